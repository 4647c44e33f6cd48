"""Beginning a talk, saying something, closing it."""

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from plein.foundation import jobs
from plein.foundation.audit.actions import record
from plein.foundation.communities.models import Member
from plein.shared.conversations import signals
from plein.shared.conversations.models import Conversation, Message, Participant
from plein.shared.conversations.queries import any_blocked, is_stopped, people_in
from plein.shared.conversations.telling import tell
from plein.shared.notifications.taking_back import take_back_about

LONGEST = 2000


class Blocked(Exception):
    """These two do not meet here any more."""


class ConversationIsClosed(Exception):
    """Nothing can be said here any more. A block looks the same (H4)."""


class NotInThisTalk(Exception):
    """Somebody who takes no part."""


class NotMetYet(Exception):
    """Talking opens after a connector, host or organisation has greeted somebody (TRUST-7)."""


class NothingSaid(ValueError):
    """A message without words."""


@transaction.atomic
def begin(
    *,
    title: str,
    about_url: str,
    members: Iterable[Member],
    first_words: str,
    by: Member,
    subject: str | Promise = "",
    veiled: Member | None = None,
) -> Conversation:
    """A talk between these members, with the first words of `by`.

    `subject` is the first line of the mail about it, in our own words, never a person's free text.
    `veiled` is who does not show a name to the others yet.
    """
    people = list({one.pk: one for one in (*members, by)}.values())
    if any_blocked(people):
        raise Blocked
    conversation = Conversation.objects.create(
        town_id=by.town_id,
        title=_one_line(title)[:120],
        about_url=about_url[:200],
        veiled=veiled,
    )
    Participant.objects.bulk_create(
        Participant(
            town_id=by.town_id,
            conversation=conversation,
            member=one,
            reply_key=secrets.token_hex(16),
        )
        for one in people
    )
    record("conversations.conversation.begun", on=conversation, by=by)
    if first_words.strip():
        _say(conversation, first_words, by=by, people=people, way="screen", subject=subject)
    return conversation


@transaction.atomic
def say(conversation: Conversation, text: str, *, by: Member, way: str = "screen") -> Message:
    """One thing said; everybody else in the talk is told."""
    # Lock the talk, or something could still be said after it was closed.
    conversation = Conversation.objects.select_for_update().get(
        town=conversation.town_id, pk=conversation.pk
    )
    people = people_in(conversation)
    if by.pk not in {one.pk for one in people}:
        raise NotInThisTalk
    if is_stopped(conversation, people):
        raise ConversationIsClosed
    if not by.is_greeted:
        raise NotMetYet
    return _say(conversation, text, by=by, people=people, way=way)


@transaction.atomic
def close(conversation: Conversation, *, by: Member | None) -> None:
    """Nothing more is said here. Nobody reads who did it."""
    open_ones = Conversation.objects.filter(
        town=conversation.town_id, pk=conversation.pk, closed_at=None
    )
    if open_ones.update(closed_at=timezone.now()):
        record("conversations.conversation.closed", on=conversation, by=by)
        take_back_about(conversation.get_absolute_url(), town=conversation.town_id)
        jobs.changed("conversations.conversation", conversation.pk)


def veil(conversation: Conversation, member: Member | None) -> None:
    """From now on this one shows no name to the others; None: everybody does."""
    conversation.veiled = member
    conversation.save(update_fields=["veiled"])


def see(conversation: Conversation, member: Member) -> None:
    """For this member's own counter; it stands on no page of anybody else."""
    Participant.objects.filter(
        town=conversation.town_id, conversation=conversation, member=member
    ).update(seen_at=timezone.now())


def _say(
    conversation: Conversation,
    text: str,
    *,
    by: Member,
    people: list[Member],
    way: str,
    subject: str | Promise = "",
) -> Message:
    words = text.replace("\0", "").strip()[:LONGEST]
    if not words:
        raise NothingSaid
    message = conversation.messages.create(
        town_id=conversation.town_id, author=by, text=words, way=Message.Way(way)
    )
    conversation.last_message_at = message.made_at
    conversation.save(update_fields=["last_message_at"])
    see(conversation, by)
    record("conversations.message.said", on=message, by=by, way=message.way)
    jobs.changed("conversations.message", message.pk)
    for one in people:
        if one.pk != by.pk:
            tell(one, message, subject=subject)
    transaction.on_commit(lambda: signals.message_said.send_robust(sender=Message, message=message))
    return message


def _one_line(words: str) -> str:
    return " ".join(words.replace("\0", "").split())
