"""A short address is drawn by lot; when two meet, the second is a sign longer, and both open."""

import pytest

from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask
from plein.lib.keys import uuid7
from plein.shared.conversations.models import Conversation

pytestmark = pytest.mark.django_db


def drawn_again(ask, **other):
    """Another ask for which the lot gave the same code."""
    again = Post.objects.get(pk=ask.pk)
    again.pk, again._state.adding = uuid7(), True
    for name, value in other.items():
        setattr(again, name, value)
    again.save()
    return again


def test_two_asks_that_drew_the_same_code_both_open(as_member, noor):
    first = make_ask(noor, title="Eerste")
    second = drawn_again(first, title="Tweede")

    assert (len(first.code), len(second.code)) == (5, 6)
    for ask in (first, second):
        page = as_member(noor).get(f"/prikbord/{ask.address}/")
        assert ask.title in page.content.decode()


def test_saving_again_keeps_the_code(noor):
    ask = make_ask(noor)
    code = ask.code
    ask.save()

    assert ask.code == code


def test_another_town_has_its_own_codes(noor, elders):
    first = make_ask(noor)

    assert drawn_again(first, town=elders).code == first.code


def test_two_talks_that_drew_the_same_code(waterdrecht):
    made = [Conversation.objects.create(town=waterdrecht, title="x", code="34679") for _ in "ab"]

    assert (made[0].code, len(made[1].code)) == ("34679", 6)
