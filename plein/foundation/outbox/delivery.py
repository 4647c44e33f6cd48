"""Delivering what waits: at least once, urgent ones first, later again when it does not work."""

from collections import defaultdict
from datetime import timedelta
from time import monotonic
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.utils import timezone

from plein.foundation.outbox.mail import MailCarrier
from plein.foundation.outbox.models import Message
from plein.foundation.outbox.refusals import NotReachable, RefusedForGood
from plein.foundation.outbox.text_messages import adapter

LEASE = timedelta(seconds=30)
BATCH = 50
PATIENCE = 5
"""Seconds for one channel in one batch."""
GIVE_UP_AFTER = timedelta(days=3)

log = structlog.get_logger(__name__)


def deliver(lease: timedelta = LEASE) -> bool:
    """One batch, over one connection. False when nothing was waiting that can go now.

    Mail and text each have their own road: one that is closed or slow holds up the other not.
    """
    batch, carrier = _take(lease), MailCarrier()
    spent: dict[str, float] = defaultdict(float)
    closed: set[str] = set()
    try:
        for message in batch:
            kind = message.channel
            if kind in closed:
                continue
            if spent[kind] > PATIENCE:
                # A slow server: the rest may go elsewhere, and whoever wants to stop can stop.
                _give_back([message], timedelta(0))
                continue
            began = monotonic()
            try:
                # Cancelled or taken over in the meantime: then it is not ours to send.
                if _still_mine(message, lease):
                    _try(message, carrier)
            except NotReachable as error:
                log.warning("outbox.not_reachable", channel=kind, reason=str(error))
                closed.add(kind)
                _give_back([one for one in batch if one.channel == kind], timedelta(seconds=30))
            spent[kind] += monotonic() - began
    finally:
        carrier.close()
    return any(message.channel not in closed for message in batch)


def _take(lease: timedelta) -> list[Message]:
    if not Message.objects.due().exists():
        return []
    with transaction.atomic():
        batch = _chosen()
        token = uuid4()
        Message.objects.filter(pk__in=[message.pk for message in batch]).update(
            held_by=token, due_at=timezone.now() + lease
        )
    for message in batch:
        message.held_by = token
    return batch


def _chosen() -> list[Message]:
    """Of both channels: a long row of mail that cannot go stands before no text, nor the other
    way round."""
    due = Message.objects.due().select_for_update(skip_locked=True).order_by("-urgent", "due_at")
    texts = list(due.filter(channel=Message.Channel.TEXT)[: BATCH // 2])
    mails = list(due.filter(channel=Message.Channel.MAIL)[: BATCH - len(texts)])
    return sorted([*texts, *mails], key=lambda one: (not one.urgent, one.due_at))


def _still_mine(message: Message, lease: timedelta) -> bool:
    return bool(_held(message.pk, message.held_by, due_at=timezone.now() + lease))


def _try(message: Message, carrier: MailCarrier) -> None:
    if message.good_until and message.good_until < timezone.now():
        _settle(message, Message.State.CANCELLED, "TooLate")
        return
    try:
        if message.channel == Message.Channel.MAIL:
            carrier.carry(message)
        else:
            adapter().send(message.address, message.text, key=str(message.pk))
    except NotReachable:
        raise
    except RefusedForGood as refusal:
        _settle(message, Message.State.FAILED, f"RefusedForGood {refusal}")
    except Exception as error:
        _try_later(message, type(error).__qualname__)
    else:
        _settle(message, Message.State.SENT)


def _settle(message: Message, state: Message.State, error: str = "") -> None:
    if error:
        log.warning("outbox.settled", message=str(message.pk), state=state, reason=error)
    sent_at = timezone.now() if state == Message.State.SENT else None
    _held(
        message.pk, message.held_by, state=state, sent_at=sent_at, error=error[:200], held_by=None
    )


def _try_later(message: Message, error: str) -> None:
    tries = message.tries + 1
    wait = timedelta(seconds=min(3600, 10 * 3 ** (tries - 1)))
    if timezone.now() + wait > message.made_at + GIVE_UP_AFTER:
        _settle(message, Message.State.FAILED, error)
        return
    _held(
        message.pk,
        message.held_by,
        tries=tries,
        due_at=timezone.now() + wait,
        error=error[:200],
        held_by=None,
    )


def _give_back(batch: list[Message], wait: timedelta) -> None:
    """Nothing is held against these messages; they wait a little, unless they waited for days."""
    for message in batch:
        again = timezone.now() + wait
        if again > message.made_at + GIVE_UP_AFTER:
            _settle(message, Message.State.FAILED, "NotReachable")
        else:
            _held(message.pk, message.held_by, due_at=again, held_by=None)


def _held(pk: UUID, token: UUID | None, **values: object) -> int:
    """Change a message, but only while we hold it."""
    return Message.objects.waiting().filter(pk=pk, held_by=token).update(**values)
