"""Answers that need several rows: who does not meet whom, and the town's sites."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.foundation.communities.models import Block, Community, Member, Role
from plein.foundation.communities.rights import places_within


def blocked_between(a: Member, b: Member) -> bool:
    """Whether one of the two wants nothing of the other; both ways alike (H4)."""
    return Block.objects.filter(
        Q(blocker=a.pk, blocked=b.pk) | Q(blocker=b.pk, blocked=a.pk), town=a.town_id
    ).exists()


def blocked_ids(member: Member | None) -> set[UUID]:
    """Everybody this member does not meet, whoever of the two asked for it."""
    if member is None:
        return set()
    pairs = Block.objects.filter(
        Q(blocker=member.pk) | Q(blocked=member.pk), town=member.town_id
    ).values_list("blocker_id", "blocked_id")
    return {key for pair in pairs for key in pair} - {member.pk}


def blocks_in(town_id: UUID) -> defaultdict[UUID, set[UUID | None]]:
    """{member: everybody they do not meet}, of a whole town, in one question."""
    found: defaultdict[UUID, set[UUID | None]] = defaultdict(set)
    for one, other in Block.objects.filter(town=town_id).values_list("blocker_id", "blocked_id"):
        found[one].add(other)
        found[other].add(one)
    return found


def my_block(member: Member, other: Member) -> Block | None:
    """The block which this member made. Of a block by the other nobody hears."""
    return Block.objects.filter(town=member.town_id, blocker=member, blocked=other).first()


def waiting_in(community: Community, by: Member) -> list[Member]:
    """People who did not prove their address yet, where this member reads codes; newest first."""
    mine = places_within(by, "code.speak", community)
    waiting = Member.objects.filter(town=community.town_id, home__in=mine).waiting()
    return list(waiting.order_by("-made_at")[:50])


def roles_in(community: Community, member: Member) -> QuerySet[Role]:
    """Roles in this place and everything inside it, as far as this member gives roles there."""
    mine = places_within(member, "role.give", community)
    return (
        Role.objects.filter(town=community.town_id, community__in=mine)
        .select_related("member")
        .order_by("role", "member__name")
    )
