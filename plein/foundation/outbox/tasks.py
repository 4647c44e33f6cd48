"""Delivering, and forgetting what was said."""

from datetime import timedelta

from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message

KEPT = timedelta(days=30)
KEYS_KEPT = timedelta(days=400)


@jobs.lane("messages")
def deliver_messages(lease: timedelta) -> bool:
    return deliver(lease)


@jobs.every(minutes=30)
def forget_what_is_too_late() -> None:
    """A code that works no longer need not be read by anybody any more."""
    past = Message.objects.settled().filter(good_until__lt=timezone.now())
    past.exclude(address="").update(**Message.EMPTY)


@jobs.daily(at="04:00")
def forget_what_was_said() -> None:
    """After thirty days only the key is left, so that nothing is ever sent twice."""
    settled, now = Message.objects.settled(), timezone.now()
    settled.filter(made_at__lt=now - KEPT).exclude(address="").update(**Message.EMPTY)
    settled.filter(made_at__lt=now - KEYS_KEPT).delete()
