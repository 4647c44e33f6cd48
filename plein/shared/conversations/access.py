"""Only who takes part comes in. For everybody else, staff included, the talk does not exist."""

from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.foundation.communities.models import Block, Community, Member
from plein.shared.conversations.models import Conversation, Message, MessageQuerySet, Participant
from plein.shared.conversations.queries import people_in


def my_talk(member: Member, community: Community, code: str) -> Conversation:
    talks = Conversation.objects.of(member).filter(town=community.town_id)
    return get_object_or_404(talks, code=code)


def readable(member: Member, conversation: Conversation) -> MessageQuerySet:
    """What this participant may read: before they were greeted, only their own words (TRUST-7)."""
    messages = Message.objects.filter(
        town=conversation.town_id, conversation=conversation
    ).in_order()
    return messages if member.is_greeted else messages.filter(author=member)


def has_newer(member: Member, community: Community, code: str, after: UUID | None) -> bool:
    """Whether there is something new in my talk; asked every few seconds, so one query."""
    newest = Message.objects.filter(
        town=community.town_id, conversation=OuterRef("conversation"), hidden_at=None
    ).order_by("-id")
    mine = Participant.objects.filter(
        town=community.town_id, conversation__code=code, member=member
    ).annotate(newest=Subquery(newest.values("id")[:1]))
    row = mine.values_list("newest", flat=True)[:1]
    found = list(row)
    if not found:
        raise Http404
    if not member.is_greeted or found[0] is None:
        return False
    return after is None or found[0] > after


def my_block(member: Member, key: UUID | None) -> Block:
    """A block that this member made themselves; any other does not exist."""
    if key is None:
        raise Http404
    mine = Block.objects.filter(town=member.town_id, blocker=member, pk=key)
    return get_object_or_404(mine.select_related("blocked"))


def other_in(member: Member, conversation: Conversation, key: UUID | None) -> Member:
    """Another participant, to keep away from. Without a key: who shows no name yet."""
    wanted = key or conversation.veiled_id
    for one in people_in(conversation):
        if one.pk == wanted and one.pk != member.pk:
            return one
    raise Http404
