"""Giving and taking roles (PLACE-5). Nobody gives a role above their own."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import RIGHTS, gives

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
    if now and until and is_last_manager(now):
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
    return given


@transaction.atomic
def take_role(role: Role, *, by: Member) -> None:
    """Take a role back. The last manager cannot lock the door behind everybody."""
    community = by.home.tree.all.get(role.community_id)
    if community is None or role.town_id != by.town_id:
        raise MayNotGive
    _check(role.role, community, by)
    if is_last_manager(role):
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


def _check(role: str, community: Community, by: Member) -> None:
    if by.town_id != community.town_id or role not in gives(by, community):
        raise MayNotGive


def is_last_manager(role: Role) -> bool:
    """Whether nobody could arrange the town any more without this role."""
    return _arranges_town(role) and not _who_stays(role).exclude(pk=role.pk).exists()


def nobody_after(member: Member) -> bool:
    """Whether nobody could arrange the town any more without this member."""
    mine = Role.objects.filter(town=member.town_id, member=member)
    return any(
        _arranges_town(role) and not _who_stays(role).exclude(member=member).exists()
        for role in mine
    )


def _arranges_town(role: Role) -> bool:
    return role.community_id == role.town_id and role.role in ARRANGE


def _who_stays(role: Role) -> QuerySet[Role]:
    """Roles that arrange this town without a last day."""
    town = role.town_id
    return Role.objects.filter(town=town, community=town, role__in=ARRANGE, until=None)
