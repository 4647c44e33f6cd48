"""What a talk page and the list need to know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.utils.dateparse import parse_datetime

from plein.foundation.communities.models import Block, Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.conversations.models import Conversation, ConversationQuerySet, Participant

A_PAGE = 30
MOST_COUNTED = 50


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk on the list."""

    conversation: Conversation
    people: list[Member]
    unread: int


def people_in(conversation: Conversation) -> list[Member]:
    """Everybody who takes part, in the order in which they came."""
    rows = conversation.participants.filter(town=conversation.town_id).order_by("id")
    return [row.member for row in rows.select_related("member__account", "member__home")]


def is_stopped(conversation: Conversation, people: Iterable[Member]) -> bool:
    """Nothing can be said any more. Why is not told: closing, leaving and a block look the same."""
    people = list(people)
    if conversation.closed_at or any(one.state == Member.State.LEFT for one in people):
        return True
    return any_blocked(people)


def any_blocked(people: Iterable[Member]) -> bool:
    """Whether two of these do not meet here any more (H4)."""
    people = list(people)
    keys = {one.pk for one in people}
    return any(keys & blocked_ids(one) for one in people[:-1])


def blocked_by(member: Member) -> set[UUID]:
    """Whom this member keeps away; for their own eyes only."""
    blocks = Block.objects.filter(town=member.town_id, blocker=member)
    return set(blocks.values_list("blocked_id", flat=True))


def my_talks(member: Member) -> ConversationQuerySet:
    return Conversation.objects.of(member).with_unread(member).order_by("-last_message_at", "-id")


def talk_rows(member: Member, *, before: str = "") -> tuple[list[TalkRow], str]:
    """A page of talks, and from where the next page goes on (empty: no more)."""
    talks = my_talks(member)
    if since := _moment(before):
        talks = talks.filter(last_message_at__lt=since)
    people = Participant.objects.filter(town=member.town_id).select_related("member").order_by("id")
    found = list(talks.prefetch_related(Prefetch("participants", people))[: A_PAGE + 1])
    rows = [
        TalkRow(talk, [p.member for p in talk.participants.all()], talk.unread)
        for talk in found[:A_PAGE]
    ]
    more = found[A_PAGE - 1].last_message_at.isoformat() if len(found) > A_PAGE else ""
    return rows, more.replace("+", "%2B")


def _moment(words: str) -> datetime | None:
    try:
        moment = parse_datetime(words)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def unread_talks(member: Member) -> int:
    """In how many talks something waits for this member."""
    return sum(1 for talk in my_talks(member)[:MOST_COUNTED] if talk.unread)
