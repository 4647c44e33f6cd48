"""Writing a message. The row is part of the transaction: rolled back means never sent."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, Value, When

from plein.foundation.outbox.letters import Letter
from plein.foundation.outbox.models import NO_TOWN, Message
from plein.lib.keys import uuid7

Town = models.Model | UUID | None
Member = models.Model | UUID | None


class More(TypedDict, total=False):
    town: Town
    member: Member
    headers: Mapping[str, str] | None
    reply_to: str | None
    category: str
    urgent: bool
    good_until: datetime | None
    senders: Iterable[UUID]
    about: str


class BadHeader(ValueError):
    """A line break in an address, subject or header would smuggle in another header."""


def post_mail(
    *,
    to: str,
    subject: str,
    text: str,
    key: str,
    html: str = "",
    town: Town = None,
    member: Member = None,
    headers: Mapping[str, str] | None = None,
    reply_to: str | None = None,
    category: str = "",
    urgent: bool = False,
    good_until: datetime | None = None,
    senders: Iterable[UUID] = (),
    about: str = "",
) -> Message:
    """A mail. The same key twice in a town is one message: the first.

    `senders` and `about` say by whom and what it tells of, for `take_back`.
    """
    headers = dict(headers or {})
    for line in (to, subject, reply_to or "", *headers, *headers.values()):
        _refuse_line_breaks(line)
    identity = uuid7()
    return _post(
        town,
        key,
        id=identity,
        channel=Message.Channel.MAIL,
        address=to,
        subject=subject[:200],
        text=text.replace("\0", ""),
        html=html.replace("\0", ""),
        headers=headers,
        reply_to=reply_to or "",
        member_id=_id(member),
        category=category,
        urgent=urgent,
        good_until=good_until,
        senders=_keys(senders),
        about=about[:200],
        message_id=f"<{identity}@{_sender_domain()}>",
    )


def post_letter(letter: Letter, *, to: str, key: str, **more: Unpack[More]) -> Message:
    """A mail in the layout of ours; `more` as of `post_mail`."""
    subject = " ".join(letter.subject.split())
    return post_mail(
        to=to, subject=subject, text=letter.text(), html=letter.html(), key=key, **more
    )


def post_text(
    *,
    to: str,
    text: str,
    key: str,
    town: Town = None,
    member: Member = None,
    category: str = "",
    urgent: bool = True,
    good_until: datetime | None = None,
    senders: Iterable[UUID] = (),
    about: str = "",
) -> Message:
    """A text message to a phone. People wait for these, so they go first."""
    _refuse_line_breaks(to)
    return _post(
        town,
        key,
        channel=Message.Channel.TEXT,
        address=to,
        text=text.replace("\0", ""),
        member_id=_id(member),
        category=category,
        urgent=urgent,
        good_until=good_until,
        senders=_keys(senders),
        about=about[:200],
    )


def came_back(message_id: str) -> bool:
    """A mail of ours that was taken by a mail server and returned later, for good.

    The `message_id` is known only to who got the mail; one of others changes nothing.
    """
    found = _OURS.match(message_id)
    if found is None:
        return False
    sent = Message.objects.filter(
        pk=UUID(found.group(1)), message_id=message_id, state=Message.State.SENT
    )
    return bool(sent.update(state=Message.State.FAILED, error="CameBack"))


_OURS = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")


def cancel(*, member: Member = None, key: str = "", town: Town = None) -> int:
    """What still waits for this member, or under this key, is not sent any more, and forgotten."""
    if member is None and not key:
        raise ValueError("Say whose messages, or which.")
    waiting = Message.objects.waiting()
    if member is not None:
        waiting = waiting.to_member(_known(member))
    if key:
        waiting = waiting.filter(town_id=_town_id(town), key=key)
    return waiting.update(state=Message.State.CANCELLED, **Message.EMPTY)


@transaction.atomic
def take_back(
    *,
    town: models.Model | UUID,
    sender: Member = None,
    to: Member = None,
    about: str = "",
    key_begins: str = "",
) -> list[str]:
    """Stop what still waits from somebody (to somebody), or about something; gives its keys."""
    if sender is None and not about:
        raise ValueError("Say from whom, or about what.")
    waiting = Message.objects.waiting().filter(town_id=_town_id(town))
    if sender is not None:
        waiting = waiting.from_member(_known(sender))
    if to is not None:
        waiting = waiting.to_member(_known(to))
    if about:
        waiting = waiting.filter(about=about)
    if key_begins:
        waiting = waiting.filter(key__startswith=key_begins)
    found = dict(waiting.order_by("id").select_for_update().values_list("pk", "key"))
    Message.objects.filter(town_id=_town_id(town), pk__in=found).update(
        state=Message.State.CANCELLED, **Message.EMPTY
    )
    return list(found.values())


def forget(*, member: Member) -> int:
    """Nothing of what was said to this member stays, and nothing more is sent."""
    return Message.objects.to_member(_known(member)).update(
        state=Case(
            When(state=Message.State.WAITING, then=Value(Message.State.CANCELLED)),
            default="state",
        ),
        **Message.EMPTY,
    )


def _post(town: Town, key: str, **fields: object) -> Message:
    return Message.objects.get_or_create(town_id=_town_id(town), key=key, defaults=fields)[0]


def _refuse_line_breaks(line: str) -> None:
    if re.search(r"[\r\n\0\v\f\x1c-\x1e\x85\u2028\u2029]", line):
        raise BadHeader


def _id(whom: models.Model | UUID | None) -> UUID | None:
    return whom.pk if isinstance(whom, models.Model) else whom


def _town_id(town: Town) -> UUID:
    found: UUID | None = getattr(town, "town_id", None) or _id(town)
    return found or NO_TOWN


def _keys(members: Iterable[UUID]) -> str:
    return " ".join(sorted({member.hex for member in members}))


def _known(member: Member) -> UUID:
    found = _id(member)
    if found is None:
        raise ValueError("Say whose messages.")
    return found


def _sender_domain() -> str:
    sender = str(settings.DEFAULT_FROM_EMAIL)
    return sender.rpartition("@")[2].strip("> ") or "localhost"
