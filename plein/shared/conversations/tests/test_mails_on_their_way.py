"""A talk that was closed does not come in by mail any more."""

import pytest

from plein.foundation.communities.actions import block
from plein.foundation.outbox.models import Message
from plein.shared.conversations import actions


def states(**which) -> list[str]:
    return list(Message.objects.filter(**which).order_by("id").values_list("state", flat=True))


@pytest.fixture
def talk(noor, bram):
    return actions.begin(
        title="Tuin", about_url="/", members=[noor], first_words="Ik kom graag helpen", by=bram
    )


def test_a_closed_talk_is_not_mailed_about_any_more(noor, talk):
    assert states(member_id=noor.pk) == ["waiting"]

    actions.close(talk, by=noor)

    assert states(member_id=noor.pk) == ["cancelled"]
    assert not Message.objects.filter(text__contains="kom graag helpen").exists()


def test_another_talk_goes_on(noor, fatima, talk):
    other = actions.begin(
        title="Fiets", about_url="/", members=[noor], first_words="Ja!", by=fatima
    )

    actions.close(talk, by=noor)

    assert states(about=other.get_absolute_url()) == ["waiting"]


def test_closing_twice_takes_nothing_back_of_others(noor, bram, fatima, talk):
    actions.close(talk, by=noor)
    actions.begin(title="Fiets", about_url="/", members=[noor], first_words="Ja!", by=fatima)

    actions.close(talk, by=noor)

    assert states(member_id=noor.pk) == ["cancelled", "waiting"]


def test_what_was_sent_before_a_block_in_this_talk_stays_unsent(noor, bram, talk):
    actions.say(talk, "Dat is fijn", by=noor)
    assert set(states()) == {"waiting"}

    block(bram, by=noor)

    assert set(states()) == {"cancelled"}
