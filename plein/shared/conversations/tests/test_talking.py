"""Talking: two people, about something, in private."""

import pytest

from plein.foundation.outbox.models import Message as Mail
from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation, Message
from plein.shared.conversations.signals import message_said
from plein.shared.notifications.models import Notification


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


def test_closing_twice_changes_nothing(talk, noor, bram):
    actions.close(talk, by=noor)
    closed_at = Conversation.objects.get().closed_at
    actions.close(talk, by=bram)

    assert Conversation.objects.get().closed_at == closed_at


def test_only_spaces_are_nothing_said(talk, noor):
    with pytest.raises(actions.NothingSaid):
        actions.say(talk, " \n\0 ", by=noor)


def test_a_talk_may_begin_without_words(noor, bram):
    talk = actions.begin(
        title="Koffie", about_url="", members=[noor, bram], first_words="", by=noor
    )

    assert not talk.messages.exists()
    assert not Notification.objects.exists()


def test_everybody_in_a_talk_has_an_own_address_that_says_nothing(talk, noor, bram):
    keys = {one.member_id: one.reply_key for one in talk.participants.all()}

    assert set(keys) == {noor.pk, bram.pk}
    assert keys[noor.pk] != keys[bram.pk]
    assert all(len(key) == 32 and key.isalnum() for key in keys.values())


def test_who_begins_is_in_the_talk_once(noor, bram):
    talk = actions.begin(title="x", about_url="", members=[bram, noor], first_words="Hoi", by=bram)

    assert talk.participants.count() == 2


def test_the_subject_of_a_first_mail_is_ours_to_choose(noor, bram):
    actions.begin(
        title="x", about_url="", members=[noor, bram], first_words="Hoi", by=bram, subject="Hulp!"
    )

    assert Mail.objects.get().subject == "Hulp!"


def test_what_is_said_is_told_after_commit(talk, noor, django_capture_on_commit_callbacks):
    heard = []
    message_said.connect(lambda sender, message, **_: heard.append(message.text), weak=False)

    with django_capture_on_commit_callbacks(execute=True):
        actions.say(talk, "Tot morgen", by=noor)

    assert heard == ["Tot morgen"]


def test_nothing_written_stands_in_the_audit(talk, noor):
    from plein.foundation.audit.models import Record

    actions.say(talk, "Mijn geheime kanarie", by=noor)

    lines = Record.objects.values_list("key", "values")
    assert ("conversations.message.said", {"way": "screen"}) in list(lines)
    assert "kanarie" not in str(list(lines))


def test_somebody_who_was_not_greeted_can_say_nothing(noor, nadia):
    talk = actions.begin(title="x", about_url="", members=[noor, nadia], first_words="Hoi", by=noor)

    with pytest.raises(actions.NotMetYet):
        actions.say(talk, "Mag ik meedoen?", by=nadia)


def test_mail_to_somebody_not_greeted_holds_no_words_of_the_talk(noor, nadia):
    actions.begin(title="x", about_url="", members=[noor, nadia], first_words="Kanarie", by=noor)

    mail = Mail.objects.get()
    assert mail.address == nadia.account.email
    assert "Kanarie" not in mail.text + mail.html
    assert mail.reply_to == ""


def test_a_very_long_message_is_cut(talk, noor):
    actions.say(talk, "a" * 5000, by=noor)

    assert len(Message.objects.latest("id").text) == actions.LONGEST


def test_who_left_stops_the_talk(talk, noor, bram):
    bram.state = bram.State.LEFT
    bram.save()

    with pytest.raises(actions.ConversationIsClosed):
        actions.say(talk, "Hallo?", by=noor)
