"""What was said is not kept longer than needed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plein.foundation import outbox
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message
from plein.foundation.outbox.tasks import forget_what_is_too_late, forget_what_was_said


@pytest.fixture
def sent(db):
    outbox.post_mail(
        to="noor@x.example", subject="Hoi", text="Bram helpt.", html="<p>Bram</p>", key="k"
    )
    deliver()
    return Message.objects.get()


def after(time_machine, **time):
    time_machine.move_to(timezone.now() + timedelta(**time))
    forget_what_was_said()


def test_for_a_month_it_can_be_looked_up(sent, time_machine):
    after(time_machine, days=29)

    assert Message.objects.get().text == "Bram helpt."


def test_after_a_month_only_the_key_is_left(sent, time_machine):
    after(time_machine, days=31)

    message = Message.objects.get()
    assert (message.address, message.subject, message.text, message.html) == ("", "", "", "")
    assert message.key == "k"


def test_after_a_month_it_is_still_not_sent_twice(sent, time_machine):
    after(time_machine, days=31)
    outbox.post_mail(to="noor@x.example", subject="Hoi", text="Bram helpt.", key="k")
    deliver()

    assert len(mail.outbox) == 1


def test_what_still_waits_is_not_wiped(db, time_machine):
    message = outbox.post_mail(to="a@x.example", subject="Hoi", text="Later", key="k")
    after(time_machine, days=31)

    message.refresh_from_db()
    assert message.text == "Later"


def test_after_more_than_a_year_the_row_is_gone(sent, time_machine):
    after(time_machine, days=401)

    assert not Message.objects.exists()


@pytest.fixture
def code(db):
    message = outbox.post_text(
        to="+31612345678",
        text="123456 is je code",
        key="code",
        good_until=timezone.now() + timedelta(minutes=15),
    )
    deliver()
    return message


def test_a_code_that_works_no_longer_is_not_kept(code, time_machine):
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    forget_what_is_too_late()

    code.refresh_from_db()
    assert (code.text, code.address) == ("", "")


def test_a_code_that_still_works_can_be_looked_up(code):
    forget_what_is_too_late()

    code.refresh_from_db()
    assert "123456" in code.text


def test_other_messages_are_not_in_a_hurry_to_be_forgotten(sent):
    forget_what_is_too_late()

    sent.refresh_from_db()
    assert sent.text == "Bram helpt."


def test_nothing_of_a_forgotten_member_is_left_in_any_column(db, bram):
    outbox.post_mail(
        to="kanarie@x.example",
        subject="kanarie",
        text="kanarie",
        html="kanarie",
        headers={"X-A": "kanarie"},
        reply_to="kanarie@y.example",
        key="k",
        member=bram,
    )
    outbox.forget(member=bram)

    assert "kanarie" not in str(Message.objects.values().get())
