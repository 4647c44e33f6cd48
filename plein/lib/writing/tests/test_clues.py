"""What a sentence means from its words together, in any order and however spelt."""

import tomllib

import pytest

from benchmarks.points import KINDS, TAKES
from benchmarks.writing import unseen
from plein.lib.writing import check
from plein.lib.writing.clues import all_points, rules, told
from plein.lib.writing.lexicon import FOLDER, places_of, sound
from plein.testing.slowness import times_as_long


def kinds(text):
    return {kind for kind, _start, _end in told(text.lower())}


def classes(text):
    return {place.name for place in places_of([sound(word) for word in text.split()])}


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn drie weken weg.",
        "Weg zijn wij, drie weken.",
        "drie weken sijn wij wegg",
        "Drie weken lang, lieve buren van de straat, zijn wij weg.",
    ],
)
def test_word_order_and_spelling_do_not_matter(text):
    assert kinds(text) == {"absence"}


@pytest.mark.parametrize(
    ("tells", "innocent"),
    [
        ("Ik woon alleen.", "Ik woon alleen maar tegenover de molen met veel plezier."),
        ("Wij gaan drie weken naar Spanje.", "Wij gingen vorig jaar drie weken naar Spanje."),
        ("Mijn man is overleden.", "De man van de kiosk is overleden."),
        ("Mijn moeder van 86 doet voor iedereen open.", "Het buurthuis is open voor iedereen."),
    ],
)
def test_what_takes_it_back_does(tells, innocent):
    assert kinds(tells)
    assert not kinds(innocent) - {"place"}


def test_the_sentence_after_it_counts_as_well():
    assert kinds("Volgende week naar Lourdes! Wie zorgt er voor mijn plantjes?") == {"absence"}


def test_a_class_hides_what_stands_inside_it():
    assert "lone" in classes("ik ben alleen")
    assert "lone" not in classes("ik ben niet alleen")


def test_words_with_others_in_between_numbers_and_endings():
    assert "gone" in classes("er zijn wij dan niet")
    assert "gone" not in classes("er zijn wij dan nog heel lang niet")
    assert "long" in classes("# weken") or "long" in classes("3 weken")
    assert "clinic" in classes("het beatrixziekenhuis")


def test_a_finding_is_the_words_that_tell():
    text = "Hallo buren, wat een weer. Wie voert de kippen als wij op Texel zitten? Tot gauw!"

    (finding,) = check(text)

    assert text[finding.start : finding.end].startswith("voert de kippen")
    assert text[finding.start : finding.end].endswith("op Texel")


def test_every_class_that_is_named_exists_and_every_class_is_used():
    pages = [tomllib.loads(p.read_text("utf-8")) for p in (FOLDER / "words").glob("*.toml")]
    known = {name for page in pages for name in page}
    words = " ".join(said for page in pages for said in page.values())
    used = {n for rule in rules() for part in (*rule.together, rule.never) for n in part}
    used |= {name for page in all_points().values() for name in page}
    used |= {name for name in known if f"{{{name}}}" in words or name.startswith("not_")}

    assert sum(map(len, pages)) == len(known)
    assert used | TAKES >= known >= used
    assert set(all_points()) == set(KINDS)


def test_sentences_told_in_roundabout_ways_are_found_half_of_the_time_and_rarely_doubted():
    found = unseen("unusual.toml")
    tells = [one for score in found for one in score.tells]
    innocent = [one for score in found for one in score.innocent]

    assert sum(tells) >= len(tells) / 2
    assert sum(innocent) <= 0.1 * len(innocent)


@pytest.mark.parametrize("bite", ["er ", "in mijn "])
def test_a_text_made_to_be_slow_is_not(bite):
    nasty, ordinary = (bite * 3000)[:6000], ("We gaan elke week wandelen. " * 300)[:6000]

    assert times_as_long(lambda: check(nasty), lambda: check(ordinary)) < 20
