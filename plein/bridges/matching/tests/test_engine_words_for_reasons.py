"""The words of reasons and doubts: short, plain, in Dutch."""

import pytest
from django.utils import translation

from plein.bridges.matching.engine.explain import say, say_all
from plein.bridges.matching.engine.shapes import Reason
from plein.bridges.matching.tests.making_posts import ask, offer, ranked

FORS = ("alike", "words", "theme", "remote", "walk", "bike", "further", "vog", "language")
DOUBTS = ("beside", "language", "group", "once", "busy")
GRASS = "Gras maaien in de tuin"
NAMES = {"mine": "gras maaien", "theirs": "tuinhulp"}


@pytest.mark.parametrize("key", FORS)
def test_every_reason_has_words(key):
    assert 3 < len(say(Reason(key))) < 60


@pytest.mark.parametrize("key", DOUBTS)
def test_every_doubt_has_words(key):
    assert 3 < len(say(Reason(key), against=True)) < 60


@pytest.mark.parametrize("key", DOUBTS)
def test_a_doubt_is_no_reason(key):
    assert say(Reason(key), against=True) != say(Reason(key))


def test_concepts_are_called_by_their_names():
    assert "gras maaien" in say(Reason("near", NAMES))
    assert "tuinhulp" in say(Reason("near", NAMES))
    assert "gras maaien" in say(Reason("same", NAMES))


def test_times_are_told_roughly():
    assert say(Reason("when", {"bits": 1})) == say(Reason("when", {"bits": 2}))


def test_an_unknown_reason_says_nothing():
    assert say(Reason("later-version")) == ""
    assert say(Reason("later-version"), against=True) == ""


def test_all_reasons_make_one_line():
    line = say_all([Reason("walk"), Reason("unknown"), Reason("vog")])

    assert line == f"{say(Reason('walk'))}, {say(Reason('vog'))}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "mow the lawn"),
        ("pl", "koszenie trawy"),
        ("nl", "gras maaien"),
        ("nl-x", "gras maaien"),
    ],
)
def test_concepts_are_named_in_the_language_of_the_reader(language, words):
    with translation.override(language):
        assert words in say(Reason("same", NAMES))
        assert "word of here" in say(Reason("same", NAMES | {"mine": "word of here"}))


def test_a_language_in_common_is_said_by_its_name():
    found = ranked(
        ask(GRASS, languages=frozenset({"nl", "ar", "so"})),
        offer(GRASS, languages=frozenset({"nl", "ar", "xx"})),
    )
    reason = next(each for each in found.suggestions[0].reasons if each.key == "language")

    with translation.override("nl"):
        assert say(reason) == "jullie spreken allebei Arabisch"
        assert say(Reason("language", {"codes": ["xx"]})) == say(Reason("language"))
    with translation.override("en"):
        assert say(reason) == "you both speak Arabic"


def test_dutch_is_what_people_see(settings):
    with translation.override("nl"):
        assert say(Reason("walk")) == "op loopafstand"
