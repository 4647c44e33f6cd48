"""Writing a message: in the transaction, once per key, without smuggled headers."""

from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction

from plein.foundation import jobs, outbox
from plein.foundation.outbox.actions import BadHeader
from plein.foundation.outbox.models import NO_TOWN, Message


def post(**changes):
    message = {"to": "noor@x.example", "subject": "Hoi", "text": "Bram helpt je.", "key": "k"}
    return outbox.post_mail(**(message | changes))


def test_a_message_waits_until_the_worker_comes(db):
    post()

    assert Message.objects.get().state == Message.State.WAITING
    assert mail.outbox == []


def test_a_message_is_delivered_by_the_worker(db):
    post()
    jobs.run_pending()

    assert mail.outbox[0].to == ["noor@x.example"]
    assert Message.objects.get().state == Message.State.SENT


def test_rolled_back_work_sends_nothing(db):
    with transaction.atomic():
        post()
        transaction.set_rollback(True)
    jobs.run_pending()

    assert mail.outbox == []


def test_the_same_key_twice_is_one_message(db):
    first = post()
    second = post(text="Nog eens.")
    jobs.run_pending()

    assert first == second
    assert len(mail.outbox) == 1


def test_what_was_sent_is_not_sent_again_under_the_same_key(db):
    post()
    jobs.run_pending()
    post()
    jobs.run_pending()

    assert len(mail.outbox) == 1


def test_another_town_has_keys_of_its_own(noor, joost):
    post(town=noor.town)
    post(town=joost.town)
    jobs.run_pending()

    assert len(mail.outbox) == 2


def test_the_town_of_a_wijk_is_the_town(molenwijk):
    assert post(town=molenwijk).town_id == molenwijk.town_id


def test_messages_about_signing_in_have_no_town(db):
    assert post().town_id == NO_TOWN


def test_town_and_member_may_be_ids(db):
    town, member = uuid4(), uuid4()
    message = post(town=town, member=member)

    assert (message.town_id, message.member_id) == (town, member)


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n", "\0", "\u2028", "\x85", "\v"])
@pytest.mark.parametrize("field", ["to", "subject", "reply_to"])
def test_line_breaks_in_headers_are_refused(db, field, line_break):
    with pytest.raises(BadHeader):
        post(**{field: f"x@y.example{line_break}Bcc: all@x.example"})

    assert not Message.objects.exists()


@pytest.mark.parametrize("headers", [{"X-A": "a\nBcc: b"}, {"X-A\nBcc": "b"}])
def test_line_breaks_in_extra_headers_are_refused(db, headers):
    with pytest.raises(BadHeader):
        post(headers=headers)


def test_line_breaks_in_the_text_are_fine(db):
    assert post(text="Dag,\n\nBram").text == "Dag,\n\nBram"


def test_signs_that_no_database_keeps_are_taken_out(db):
    message = post(text="a\0b", html="<p>a\0b</p>")

    message.refresh_from_db()
    assert (message.text, message.html) == ("ab", "<p>ab</p>")


def test_a_cancelled_message_is_not_sent_and_says_nothing_more(db, bram):
    post(member=bram)

    assert outbox.cancel(member=bram) == 1
    jobs.run_pending()
    assert mail.outbox == []
    message = Message.objects.get()
    assert (message.state, message.text, message.address) == (Message.State.CANCELLED, "", "")


def test_cancelling_leaves_the_messages_of_others(db, bram, noor):
    post(member=noor)
    outbox.cancel(member=bram)
    jobs.run_pending()

    assert len(mail.outbox) == 1


def test_one_message_can_be_cancelled_by_its_key(db, noor, joost):
    post(town=noor.town)
    post(town=joost.town)

    assert outbox.cancel(key="k", town=noor.town) == 1
    assert Message.objects.waiting().get().town_id == joost.town_id


def test_cancelling_everything_by_accident_is_refused(db):
    with pytest.raises(ValueError, match="whose"):
        outbox.cancel()


def test_forgetting_a_member_wipes_what_was_said_and_stops_the_rest(db, bram):
    post(member=bram, key="sent")
    jobs.run_pending()
    post(member=bram, key="waiting")
    outbox.forget(member=bram)
    jobs.run_pending()

    assert len(mail.outbox) == 1
    assert set(Message.objects.values_list("address", "text", "subject")) == {("", "", "")}
    assert set(Message.objects.values_list("state", flat=True)) == {"sent", "cancelled"}
