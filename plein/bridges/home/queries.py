"""What the front page, "Mijn plein" and the pages of wijken show."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.utils.formats import date_format

from plein.features.noticeboard.models import Match, Post
from plein.features.noticeboard.shy import name_in
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.communities.queries import blocked_ids

MOST_SHOWN = 20


@dataclass(frozen=True)
class Appointment:
    """An agreed match that is still to come, or to be thanked for."""

    with_whom: str
    when: str
    where: str
    url: str
    agreed_at: datetime


def districts_of(community: Community) -> list[Community]:
    """The parts of this place, by name."""
    return community.tree.districts(community)


def around(part: Community) -> list[Community]:
    """A part and those beside it, for a map on which one can see where it lies."""
    tree = part.tree
    return tree.districts(tree.all[part.parent_id]) if part.parent_id else [part]


def towns_of(region: Community) -> list[Community]:
    """The towns that a region links; it owns nothing itself."""
    towns = Community.objects.filter(region=region, kind=Community.Kind.TOWN).exclude(host=None)
    return list(towns.order_by("name"))


def people_of(
    part: Community, member: Member | None, blocked: Collection[UUID]
) -> list[tuple[Member, str]]:
    """Connectors and hosts of a part, with what they are, without the blocked ones. Lists of
    people are for members whom somebody has met (H13, TRUST-7), and only who may act as one now
    stands there (H25)."""
    if member is None or member.town_id != part.town_id or not member.is_greeted:
        return []
    roles = (
        Role.objects.filter(
            town=part.town_id,
            community__in=part.tree.below(part),
            role__in=[RoleName.CONNECTOR, RoleName.HOST],
            member__state__in=[Member.State.ACTIVE, Member.State.PAUSED],
        )
        .counting()
        .exclude(member__in=blocked)
    )
    found: dict[object, tuple[Member, str]] = {}
    for role in roles.select_related("member__photo").order_by("role", "member__name", "id"):
        found.setdefault(role.member_id, (role.member, str(role.get_role_display())))
    return list(found.values())[:MOST_SHOWN]


def my_posts(member: Member) -> list[Post]:
    posts = Post.objects.of(member).filter(hidden_at=None).open().order_by("-id")
    return list(posts.select_related("theme")[:MOST_SHOWN])


def my_appointments(member: Member) -> list[Appointment]:
    """What two people agreed and did not finish; nothing with somebody who was blocked since."""
    agreed = Match.objects.filter(
        town=member.town_id, agreed_at__isnull=False, done_at=None
    ).exclude(response__conversation=None)
    mine = agreed.filter(response__author=member) | agreed.filter(response__post__author=member)
    rows = mine.select_related(
        "response__author", "response__post__author", "response__conversation"
    ).order_by(F("planned_on").asc(nulls_last=True), "agreed_at")
    blocked = blocked_ids(member)
    return [
        _appointment(match, member)
        for match in rows[:MOST_SHOWN]
        if not {match.response.author_id, match.response.post.author_id} & blocked
    ]


def _when(match: Match) -> str:
    if match.planned_on is None:
        return match.when_words
    return f"{date_format(match.planned_on, 'l j F')}: {match.when_words}"


def _appointment(match: Match, member: Member) -> Appointment:
    response = match.response
    other = response.author if response.author_id != member.pk else response.post.author
    talk = response.conversation
    return Appointment(
        with_whom=name_in(response, other),
        when=_when(match),
        where=match.place_words,
        url=talk.get_absolute_url() if talk else "",
        agreed_at=match.agreed_at or match.made_at,
    )
