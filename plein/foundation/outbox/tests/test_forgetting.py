"""What was said is not kept longer than needed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plein.foundation import outbox
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message
from plein.foundation.outbox.tasks import forget_what_was_said


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
