"""Does an ask tell who a client is? `pytest -rP plein/lib/writing` prints the score."""

import tomllib
from pathlib import Path

import pytest

from plein.lib.writing.names import names_in
from plein.testing.slowness import times_as_long

PEOPLE = tomllib.loads(Path(__file__).with_name("clients.toml").read_text("utf-8"))["people"]


def told(person, text):
    known = {key: person.get(key, "") for key in ("name", "phone", "address")}
    return names_in(text, **known)


def test_nine_of_ten_sentences_that_tell_the_client_are_found():
    tells = [(person, text) for person in PEOPLE for text in person["tells"]]
    missed = [text for person, text in tells if not told(person, text)]

    print(f"client: {len(tells) - len(missed)} of {len(tells)} found; missed {missed}")
    assert len(missed) <= len(tells) / 10, missed


def test_at_most_one_of_ten_innocent_sentences_is_doubted():
    innocent = [(person, text) for person in PEOPLE for text in person["innocent"]]
    doubted = [text for person, text in innocent if told(person, text)]

    print(f"client: {len(doubted)} of {len(innocent)} innocent ones doubted: {doubted}")
    assert len(doubted) <= len(innocent) / 10, doubted


def test_the_corpus_is_large_enough():
    texts = {text for person in PEOPLE for text in person["tells"] + person["innocent"]}

    assert len(texts) >= 80


@pytest.mark.parametrize("name", ["", " ", "(", "a", "[x]*", "de", "İ", "O'Neill", "😀"])
def test_any_name_can_be_looked_for(name):
    assert names_in("Wie gaat er mee wandelen?", name=name, phone=name, address=name) == []


def test_a_finding_points_at_the_words():
    text = "Wie belt Kanarievogel?"

    (finding,) = names_in(text, name="Kanarievogel")

    assert text[finding.start : finding.end] == "Kanarievogel"
    assert finding.kind == "name"


def test_initials_of_a_whole_name_and_of_the_names_alone():
    assert names_in("Voor K.V. graag", name="Kees de Vries")
    assert names_in("Voor KDV graag", name="Kees de Vries")


def test_a_name_that_is_a_word_counts_with_a_capital():
    assert names_in("Naar Bakker op dinsdag", name="Bakker")
    assert not names_in("Naar de bakker op dinsdag", name="Bakker")


@pytest.mark.parametrize("bite", ["A. ", "mevrouw de ", "J.", "1-", "geboren ", "0 6"])
def test_a_text_made_to_be_slow_is_not(bite):
    def find(text):
        return names_in(text, name="Kees de Vries", phone="0612345678", address="Kade 1")

    nasty, ordinary = (bite * 2000)[:3000], ("We gaan elke week wandelen. " * 200)[:3000]

    assert times_as_long(lambda: find(nasty), lambda: find(ordinary)) < 20


@pytest.mark.parametrize(
    "text",
    ["Voor Gerrit graag", "Kowalczyk zoekt een kinderbed", "Aan Roos graag", "geb. 1951-03-12"],
)
def test_what_names_anybody_is_found_without_knowing_them(text):
    assert names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Roos gezocht voor in de tuin",
        "Iemand zoekt een kinderbed",
        "Boodschappen doen bij Albert Heijn",
        "Op zondag met oma. Onze auto is er ook",
    ],
)
def test_what_only_looks_like_a_name_is_not(text):
    assert not names_in(text)


@pytest.mark.parametrize("text", ["mevrouw willemse", "Wilemsen", "mw Willemssen"])
def test_a_name_is_known_by_its_sound(text):
    assert names_in(text, name="Mevrouw Willemsen")


@pytest.mark.parametrize("text", ["mevrouw vandenberg", "AvdB graag", "A.v.d.B."])
def test_a_name_with_small_parts_is_known_in_one_word_and_by_its_letters(text):
    assert names_in(text, name="A. van den Berg")


def test_a_working_name_that_says_nothing_names_nobody():
    assert not names_in("Voor een cliënt zoek ik een maatje", name="Cliënt 12")
