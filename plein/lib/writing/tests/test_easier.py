"""A coach for plain words (DOOR-6): a few tips for offices, none for who just says it."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.writing import coached
from plein.lib.writing.easier import Kind, Tip, plainer_words, tips
from plein.testing.slowness import times_as_long

DEMO = Path(__file__).parents[3] / "demo" / "texts" / "posts"


def test_nine_of_ten_hard_sentences_get_a_tip_and_plain_ones_none():
    for score in coached():
        assert score.recall >= 0.9, score.wrong
        assert score.doubted <= 0.05, score.wrong


def test_what_neighbours_write_is_left_alone():
    posts = [p for f in DEMO.glob("*.toml") for p in tomllib.loads(f.read_text("utf-8"))["posts"]]
    advised = [post["title"] for post in posts if tips(f"{post['title']}. {post['text']}")]

    assert len(posts) > 400
    assert len(advised) <= len(posts) / 50, advised


@pytest.mark.parametrize(
    "text",
    [
        "ik woont sinds kort hier en wil graag nederlans leeren",
        "Kan jij mij helpe met mijn computer aub, hij doet ut niet meer",
        "Me zoon zoekt iemant om mee te voetballe",
    ],
)
def test_nobody_is_corrected_on_spelling(text):
    assert tips(text) == []


def test_a_tip_names_the_words_as_they_stand_there_and_plainer_ones():
    assert tips("Alle belangstellenden zijn welkom In het kader van de week.") == [
        Tip(Kind.WORD, "belangstellenden", "wie wil"),
        Tip(Kind.WORD, "In het kader van", "voor"),
    ]


def test_short_forms_are_known_with_and_without_full_stops():
    assert [tip.found for tip in tips("Dicht i.v.m. regen. Of ivm hagel.")] == ["i.v.m."]
    assert [tip.found for tip in tips("Dicht ivm hagel.")] == ["ivm"]
    assert tips("Er ligt as in de kachel.") == []


def test_at_most_three_and_each_once():
    found = tips("Gelieve tijdig te reserveren. Gelieve tevens uw huisvesting te vermelden.")

    assert [tip.plainer for tip in found] == ["graag", "op tijd", "ook"]


def test_two_words_leave_room_for_a_sentence():
    found = tips("Gelieve tijdig te reserveren, tevens vragen wij " + "heel " * 20 + "veel.")

    assert [tip.kind for tip in found] == [Kind.WORD, Kind.WORD, Kind.LONG]


def test_a_long_sentence_is_counted_and_lines_of_a_list_are_not_one_sentence():
    long = "Wij gaan " + "heel " * 25 + "ver."
    [tip] = tips(long)

    assert (tip.kind, tip.words) == (Kind.LONG, 28)
    assert tips("\n".join(["een regel van vijf woorden"] * 10)) == []


def test_who_does_it_is_asked_only_when_it_happens_again_and_again():
    assert tips("Je wordt om tien uur opgehaald.") == []
    assert tips("Mijn zoon wordt zes en wij worden blij.") == []

    [tip] = tips("Je wordt om tien uur opgehaald. Er wordt koffie geschonken.")
    assert (tip.kind, tip.found) == (Kind.PASSIVE, "wordt om tien uur opgehaald")


def test_capitals_are_for_names():
    assert [tip.kind for tip in tips("KOM ALLEMAAL NAAR HET FEEST")] == [Kind.CAPITALS]
    assert tips("Met de NS naar het UMC in EDE, zegt de ANWB.") == []


def test_the_list_has_two_hundred_lines_and_gives_no_hard_word_back():
    words = plainer_words()

    assert len(set(words.values())) > 150
    assert len(words) > 500
    assert [plain for plain in words.values() if tips(plain)] == []


@pytest.mark.parametrize("text", ["", " \n", "İ", "😀" * 300, "a" * 5000, "." * 3000, "i.v.m." * 9])
def test_strange_texts_are_read(text):
    assert len(tips(text)) <= 3


@pytest.mark.parametrize("bite", ["wordt ", "ge", "a.b.", "AB ", "in het kader "])
def test_a_text_made_to_be_slow_is_not(bite):
    nasty, ordinary = (bite * 3000)[:6000], ("We gaan elke week wandelen. " * 300)[:6000]

    assert times_as_long(lambda: tips(nasty), lambda: tips(ordinary)) < 20
