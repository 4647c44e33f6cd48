"""Giving and taking roles (PLACE-5). Nobody gives a role above their own."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import RIGHTS, gives, may
from plein.foundation.jobs import changed

ARRANGE = RIGHTS["community.arrange"]


class MayNotGive(Exception):
    """This role is not yours to give or take here."""


class LastOne(Exception):
    """Without this role nobody could arrange the place any more."""


@transaction.atomic
def give_role(
    member: Member,
    role: str,
    community: Community,
    *,
    by: Member,
    subject: str = "",
    until: date | None = None,
) -> Role:
    """Give a role in a community and everything below it. Twice only changes the last day."""
    _check(role, community, by)
    if member.town_id != community.town_id or not member.is_here:
        raise MayNotGive
    mine = Role.objects.filter(town=community.town_id, member=member, community=community)
    now = mine.filter(role=role, subject=subject).first()
    if now and until and _would_be_left_alone(now, community, by):
        raise LastOne
    given, _made = Role.objects.update_or_create(
        town_id=community.town_id,
        member=member,
        community=community,
        role=role,
        subject=subject,
        defaults={"given_by": by, "until": until},
    )
    record(
        "communities.role.given",
        on=member,
        by=by,
        community=community,
        role=role,
        subject=subject,
        until=until,
    )
    changed("communities.member", member.pk)
    return given


@transaction.atomic
def take_role(role: Role, *, by: Member) -> None:
    """Take a role back. The last manager cannot lock the door behind everybody; who arranges
    the place around it can, for they stay."""
    community = by.home.tree.all.get(role.community_id)
    if community is None or role.town_id != by.town_id:
        raise MayNotGive
    _check(role.role, community, by)
    if _would_be_left_alone(role, community, by):
        raise LastOne
    member = role.member
    role.delete()
    record(
        "communities.role.taken",
        on=member,
        by=by,
        community=community,
        role=role.role,
        subject=role.subject,
    )
    changed("communities.member", member.pk)


def _check(role: str, community: Community, by: Member) -> None:
    if by.town_id != community.town_id or role not in gives(by, community):
        raise MayNotGive


def is_last_manager(role: Role) -> bool:
    """Whether nobody could arrange this very community any more without this role."""
    return role.role in ARRANGE and not _who_stays(role).exclude(pk=role.pk).exists()


def nobody_after(member: Member) -> bool:
    """Whether a community would have nobody of its own to arrange it without this member."""
    mine = Role.objects.filter(town=member.town_id, member=member, role__in=ARRANGE)
    return any(not _who_stays(role).exclude(member=member).exists() for role in mine)


def _would_be_left_alone(role: Role, community: Community, by: Member) -> bool:
    around = by.home.tree.all.get(community.parent_id) if community.parent_id else None
    from_around = around is not None and may(by, "community.arrange", around)
    return not from_around and is_last_manager(role)


def _who_stays(role: Role) -> QuerySet[Role]:
    """Roles of people who are here and arrange this community without a last day."""
    return Role.objects.filter(
        town=role.town_id,
        community=role.community_id,
        role__in=ARRANGE,
        until=None,
        member__state__in=[Member.State.ACTIVE, Member.State.PAUSED],
    )
