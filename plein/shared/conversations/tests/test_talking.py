"""Talking: two people, about something, in private."""

import pytest

from plein.foundation.outbox.models import Message as Mail
from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation
from plein.shared.notifications.models import Notification


@pytest.fixture
def talk(noor, bram) -> Conversation:
    return actions.begin(
        title="Wie laat Boris uit?",
        about_url="/prikbord/huisdieren-7f3k2/",
        members=[noor, bram],
        first_words="Ik loop elke dag langs.",
        by=bram,
    )


def test_the_first_words_reach_the_other_one(talk, noor):
    told = Notification.objects.get()

    assert told.to == noor
    assert told.subject == "Bram schreef je"
    assert told.url == talk.get_absolute_url()
    assert Mail.objects.get().address == noor.account.email
    assert "Ik loop elke dag langs." in Mail.objects.get().text


def test_an_answer_goes_back(talk, noor, bram):
    actions.say(talk, "Fijn! Kom je langs?", by=noor)

    assert Notification.objects.filter(to=bram).count() == 1
    assert [m.text for m in talk.messages.in_order()][-1] == "Fijn! Kom je langs?"


def test_nobody_else_can_say_something(talk, fatima, mila, joost):
    for stranger in (fatima, mila, joost):
        with pytest.raises(actions.NotInThisTalk):
            actions.say(talk, "Hallo", by=stranger)


def test_nothing_is_said_after_closing(talk, noor, bram):
    actions.close(talk, by=noor)

    with pytest.raises(actions.ConversationIsClosed):
        actions.say(talk, "Nog iets", by=bram)
