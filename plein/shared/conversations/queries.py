"""What a talk page and the list need to know."""

from collections.abc import Iterable

from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.conversations.models import Conversation, ConversationQuerySet


def people_in(conversation: Conversation) -> list[Member]:
    """Everybody who takes part, in the order in which they came."""
    rows = conversation.participants.filter(town=conversation.town_id).order_by("id")
    members = []
    for row in rows.select_related("member", "member__account", "member__home"):
        members.append(row.member)
    return members


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


def my_talks(member: Member) -> ConversationQuerySet:
    return Conversation.objects.of(member).with_unread(member).order_by("-last_message_at", "-id")


def unread_talks(member: Member) -> int:
    """In how many talks something waits for this member."""
    return my_talks(member).filter(unread__gt=0).count()
