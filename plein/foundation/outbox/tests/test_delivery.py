"""Bringing messages to their address: at least once, in order of hurry, again when it fails."""

import smtplib
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from plein.foundation import outbox
from plein.foundation.outbox import delivery
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message
from plein.foundation.outbox.refusals import NotReachable


class Moody(EmailBackend):
    """A mail server that answers what the test wants."""

    answers: list = []
    opened = 0

    def open(self):
        Moody.opened += 1
        if Moody.answers and isinstance(Moody.answers[0], ConnectionRefusedError):
            raise Moody.answers.pop(0)

    def send_messages(self, messages):
        if Moody.answers and (answer := Moody.answers.pop(0)):
            raise answer
        return super().send_messages(messages)


@pytest.fixture
def server(db, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Moody"
    Moody.answers, Moody.opened = [], 0
    return Moody


def post(key="k", **changes):
    message = {"to": "noor@x.example", "subject": "Hoi", "text": "Bram helpt je.", "key": key}
    return outbox.post_mail(**(message | changes))


def try_again(time_machine):
    due_at = Message.objects.waiting().order_by("due_at").first().due_at
    time_machine.move_to(due_at + timedelta(seconds=1))
    deliver()


def test_text_and_html_are_both_in_the_mail(server):
    post(html="<p>Bram helpt je.</p>")
    deliver()

    parsed = message_from_bytes(mail.outbox[0].message().as_bytes(), policy=default)
    kinds = [part.get_content_type() for part in parsed.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_a_mail_without_html_is_plain(server):
    post()
    deliver()

    assert mail.outbox[0].message().get_content_type() == "text/plain"


def test_robots_are_asked_not_to_answer(server):
    post()
    deliver()

    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"


def test_extra_headers_and_reply_address_are_in_the_mail(server):
    post(headers={"List-Unsubscribe": "<https://x.example/af>"}, reply_to="r7@antwoord.example")
    deliver()

    parsed = mail.outbox[0].message()
    assert parsed["List-Unsubscribe"] == "<https://x.example/af>"
    assert parsed["Reply-To"] == "r7@antwoord.example"


def test_the_message_id_stays_the_same_when_it_is_sent_again(server, time_machine):
    written = post().message_id
    server.answers = [smtplib.SMTPServerDisconnected()]
    deliver()
    try_again(time_machine)

    assert mail.outbox[0].message()["Message-ID"] == written


def test_each_message_has_a_message_id_of_its_own(server):
    assert post("a").message_id != post("b").message_id


def test_one_connection_serves_many_messages(server):
    for n in range(20):
        post(str(n))
    deliver()

    assert len(mail.outbox) == 20
    assert server.opened == 1


def test_urgent_messages_go_first(server):
    post("digest", subject="Nieuwsbrief")
    post("code", subject="Je code", urgent=True)
    deliver()

    assert [each.subject for each in mail.outbox] == ["Je code", "Nieuwsbrief"]


def test_a_refusal_for_good_fails_at_once(server):
    server.answers = [smtplib.SMTPRecipientsRefused({"noor@x.example": (550, b"no such user")})]
    post()
    deliver()

    message = Message.objects.get()
    assert (message.state, message.error) == (Message.State.FAILED, "RefusedForGood 550")


def test_a_full_mailbox_is_tried_again_later(server, time_machine):
    server.answers = [smtplib.SMTPRecipientsRefused({"noor@x.example": (452, b"full")})]
    post()
    deliver()
    assert Message.objects.get().state == Message.State.WAITING

    try_again(time_machine)
    assert Message.objects.get().state == Message.State.SENT


def test_one_bad_address_does_not_stop_the_next_mail(server):
    server.answers = [smtplib.SMTPRecipientsRefused({"a@x.example": (550, b"no")}), None]
    post("a")
    post("b")
    deliver()

    assert len(mail.outbox) == 1


def test_it_waits_longer_after_each_failure(server, time_machine):
    server.answers = [smtplib.SMTPDataError(451, b"later")] * 3
    post()
    deliver()
    first = Message.objects.get().due_at - timezone.now()
    try_again(time_machine)
    try_again(time_machine)

    assert Message.objects.get().due_at - timezone.now() > first * 5


def test_after_three_days_it_gives_up(server, time_machine):
    post()
    time_machine.move_to(timezone.now() + timedelta(days=3, minutes=1))
    server.answers = [smtplib.SMTPDataError(451, b"later")]
    deliver()

    assert Message.objects.get().state == Message.State.FAILED


def test_a_server_that_is_away_counts_against_no_message(server, time_machine):
    server.answers = [ConnectionRefusedError()]
    post("a")
    post("b")

    assert deliver() is False
    assert set(Message.objects.values_list("state", "tries")) == {("waiting", 0)}
    try_again(time_machine)
    assert len(mail.outbox) == 2


def text(key="t"):
    words = "Bram komt om tien uur"
    return outbox.post_text(to="+31612345678", text=words, key=key, urgent=False)


def test_while_the_mail_server_is_away_texts_go_on(server):
    server.answers = [ConnectionRefusedError()]
    post(), text()

    assert deliver() is True

    assert dict(Message.objects.values_list("channel", "state")) == {
        "mail": Message.State.WAITING,
        "text": Message.State.SENT,
    }


def test_while_no_text_can_go_mail_goes_on(server, settings):
    settings.TEXT_MESSAGES = f"{__name__}.Away"
    text(), post()

    deliver()

    assert len(mail.outbox) == 1
    assert Message.objects.waiting().get().channel == "text"


class Away:
    """A service for texts that does not answer."""

    def send(self, *_args, **_options):
        raise NotReachable


def test_a_long_row_of_mail_that_cannot_go_holds_up_no_text(server):
    server.answers = [ConnectionRefusedError()] * 300
    for n in range(300):
        post(str(n))
    text()

    deliver()

    assert Message.objects.get(channel="text").state == Message.State.SENT
    assert server.opened == 1


def test_a_code_that_is_too_old_is_not_sent_any_more(server, time_machine):
    post(good_until=timezone.now() + timedelta(minutes=15))
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    deliver()

    assert mail.outbox == []
    assert Message.objects.get().state == Message.State.CANCELLED


def test_an_address_no_server_can_take_fails_and_the_rest_goes_on(server):
    post("bad", to="noor@@x\u00a0.example")
    post("good")
    server.answers = [ValueError("bad address"), None]
    deliver()

    assert set(Message.objects.values_list("key", "state")) == {("bad", "failed"), ("good", "sent")}


def test_a_message_in_hand_is_not_taken_by_another_worker(server):
    post()
    delivery._take(delivery.LEASE)

    assert deliver() is False
    assert mail.outbox == []


def test_messages_of_a_dead_worker_are_sent_after_thirty_seconds(server, time_machine):
    post()
    delivery._take(delivery.LEASE)
    time_machine.move_to(timezone.now() + timedelta(seconds=31))
    deliver()

    assert len(mail.outbox) == 1


def test_a_message_cancelled_while_its_batch_is_under_way_is_not_sent(server, bram):
    post("first")
    post("second", member=bram)
    batch = delivery._take(delivery.LEASE)
    outbox.cancel(member=bram)

    assert [delivery._still_mine(message, delivery.LEASE) for message in batch] == [True, False]


def test_a_slow_worker_does_not_overwrite_what_another_settled(server, time_machine):
    post()
    (slow,) = delivery._take(delivery.LEASE)
    time_machine.move_to(timezone.now() + timedelta(seconds=31))
    deliver()
    delivery._try_later(slow, "TimeoutError")

    assert Message.objects.get().state == Message.State.SENT


def test_nothing_to_do_is_told(server):
    assert deliver() is False


def test_a_slow_server_does_not_hold_a_whole_batch(server, monkeypatch):
    for n in range(5):
        post(str(n))
    monkeypatch.setattr(delivery, "PATIENCE", -1)
    deliver()
    assert mail.outbox == []
    assert Message.objects.due().count() == 5

    monkeypatch.setattr(delivery, "PATIENCE", 5)
    deliver()
    assert len(mail.outbox) == 5


def test_more_messages_than_one_batch_all_go(server):
    for n in range(120):
        post(str(n))
    while deliver():
        pass

    assert len(mail.outbox) == 120
    assert server.opened == 3


def test_a_sender_that_is_refused_is_our_own_trouble_and_tried_again(server):
    server.answers = [smtplib.SMTPSenderRefused(550, b"who are you", "plein@localhost")]
    post()
    deliver()

    assert Message.objects.get().state == Message.State.WAITING


def test_a_failure_never_keeps_what_was_written(server):
    server.answers = [RuntimeError("Noor woont op nummer 12")]
    post()
    deliver()

    assert Message.objects.get().error == "RuntimeError"


def test_a_real_mail_server_that_is_not_there_loses_nothing(db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    post()

    assert deliver() is False
    message = Message.objects.get()
    assert (message.state, message.tries) == (Message.State.WAITING, 0)
