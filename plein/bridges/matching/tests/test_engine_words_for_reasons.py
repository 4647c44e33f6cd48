"""The words of reasons and doubts: short, plain, in Dutch."""

import pytest

from plein.bridges.matching.engine.explain import say, say_all
from plein.bridges.matching.engine.shapes import Reason

FORS = ("alike", "words", "theme", "remote", "walk", "bike", "further", "vog", "language")
DOUBTS = ("beside", "language", "group", "once", "busy")
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


def test_dutch_is_what_people_see(settings):
    from django.utils import translation

    with translation.override("nl"):
        assert say(Reason("walk")) == "op loopafstand"
