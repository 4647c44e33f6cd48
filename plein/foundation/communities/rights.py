"""Who may do what: one table. docs/permissions.md is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import BOUND, Community, Member, Role, RoleName

HOST, CONNECTOR = RoleName.HOST, RoleName.CONNECTOR
MANAGER, OWNER = RoleName.MANAGER, RoleName.OWNER
PROFESSIONAL, VOLUNTEER = RoleName.PROFESSIONAL, RoleName.VOLUNTEER
EDITOR = RoleName.EDITOR

RIGHTS: dict[str, frozenset[str]] = {
    "community.arrange": frozenset({MANAGER, OWNER}),
    "role.give": frozenset({MANAGER, OWNER}),
    "member.list": frozenset({HOST, CONNECTOR, MANAGER}),
    "member.greet": frozenset({HOST, CONNECTOR, MANAGER}),
    "proof.note": frozenset({HOST, CONNECTOR, MANAGER}),
    "code.speak": frozenset({HOST, CONNECTOR, MANAGER}),
    "note.let-in": frozenset({CONNECTOR, EDITOR, MANAGER}),
    "page.write": frozenset({EDITOR, MANAGER, OWNER}),
    "picture.judge": frozenset({CONNECTOR, MANAGER}),
    "phone.answer": frozenset({HOST, PROFESSIONAL, CONNECTOR, MANAGER}),
    "post.arrange": frozenset({CONNECTOR, MANAGER}),
    "activity.arrange": frozenset({CONNECTOR, MANAGER}),
    "match.arrange": frozenset({CONNECTOR, MANAGER}),
    "match.weigh": frozenset({MANAGER, OWNER}),
    "report.see": frozenset({CONNECTOR, MANAGER}),
    "directory.keep": frozenset({CONNECTOR, MANAGER}),
    "directory.arrange": frozenset({MANAGER}),
    "directory.desk": frozenset({HOST, PROFESSIONAL, CONNECTOR, MANAGER}),
    "referral.give": frozenset({HOST, PROFESSIONAL, CONNECTOR, MANAGER}),
    "client.keep": frozenset({PROFESSIONAL}),
    "matchpoint.keep": frozenset({HOST, CONNECTOR, MANAGER}),
    "day.see": frozenset({HOST, CONNECTOR, MANAGER}),
    "audit.see": frozenset({MANAGER, OWNER}),
    "style.see": frozenset(RoleName.values) - {VOLUNTEER},
}

# Whom each role may make: nobody gives a role above their own.
GIVES: dict[str, frozenset[str]] = {
    OWNER: frozenset(RoleName.values),
    MANAGER: frozenset(RoleName.values) - {OWNER},
}


@dataclass(frozen=True)
class Held:
    """One role of a member, as the rights table needs it."""

    role: str
    community: UUID
    subject: str = ""
    until: date | None = None


def member_of(account_id: UUID | str, town_id: UUID) -> Member | None:
    """The member of an account in a town, with account and roles: one query."""
    rows = list(
        Member.objects.filter(town=town_id, account__pk=account_id, account__is_active=True)
        .exclude(state=Member.State.LEFT)
        .select_related("account")
        .annotate(
            held_role=F("roles__role"),
            held_community=F("roles__community_id"),
            held_subject=F("roles__subject"),
            held_until=F("roles__until"),
        )
    )
    if not rows:
        return None
    member = rows[0]
    member.held = [held for row in rows if (held := _held(row))]
    return member


def _held(row: Any) -> Held | None:
    """The role that `member_of` annotated on a row; a member without roles has none."""
    if not row.held_role:
        return None
    return Held(row.held_role, row.held_community, row.held_subject, row.held_until)


def held_by(member: Member) -> list[Held]:
    """Roles of a member that count: not ended, and the promise and training they ask are there."""
    held = _given(member)
    return held if member.is_bound else [each for each in held if each.role not in BOUND]


def waits_for_promise(member: Member | None) -> bool:
    """Whether somebody was given a role that does not count yet."""
    if member is None or not member.is_here or member.is_bound:
        return False
    return any(each.role in BOUND for each in _given(member))


def _given(member: Member) -> list[Held]:
    if member.held is None:
        member.held = [
            Held(*row)
            for row in Role.objects.filter(town=member.town_id, member=member).values_list(
                "role", "community_id", "subject", "until"
            )
        ]
    today = timezone.localdate()
    return [held for held in member.held if held.until is None or held.until >= today]


def may(member: Member | None, right: str, community: Community) -> bool:
    """Whether a member has a right here. A role counts for everything below its community."""
    roles = RIGHTS[right]
    if member is None or not member.is_here or member.town_id != community.town_id:
        return False
    held = [h for h in held_by(member) if h.role in roles]
    if not held:
        return False
    counts = {community.pk} | community.tree.above(community)
    return any(h.community in counts for h in held)


def may_anywhere(member: Member | None, right: str) -> bool:
    """Whether a member has a right somewhere in the town; for links, never to decide."""
    if member is None or not member.is_here:
        return False
    return any(h.role in RIGHTS[right] for h in held_by(member))


def may_within(member: Member | None, right: str, community: Community) -> bool:
    """Whether a member has a right here or in a part of it: pages show them that part."""
    if may(member, right, community):
        return True
    parts = community.tree.below(community)
    return any(
        may(member, right, community.tree.all[held.community])
        for held in (held_by(member) if member else ())
        if held.community in parts
    )


def places_within(member: Member | None, right: str, community: Community) -> frozenset[UUID]:
    """Keys of this community and its parts, of those where a member has a right."""
    tree = community.tree
    return frozenset(key for key in tree.below(community) if may(member, right, tree.all[key]))


def may_after_promise(member: Member | None, right: str) -> bool:
    """Whether a role that does not count yet would give this right somewhere."""
    if member is None or not waits_for_promise(member):
        return False
    return any(each.role in RIGHTS[right] for each in _given(member))


def gives(member: Member, community: Community) -> frozenset[str]:
    """Roles which this member may give and take in this community."""
    counts = {community.pk} | community.tree.above(community)
    roles: frozenset[str] = frozenset()
    for held in held_by(member):
        if held.community in counts:
            roles |= GIVES.get(held.role, frozenset())
    return roles


def gives_all_of(by: Member, member: Member, communities: Mapping[UUID, Community]) -> bool:
    """Whether `by` could take every role of this member: nobody has a say over who is above them.

    `communities` are all of their town.
    """
    roles = Role.objects.filter(town=member.town_id, member=member)
    return all(role.role in gives(by, communities[role.community_id]) for role in roles)


def account_of(account_id: UUID | str) -> Account | None:
    return Account.objects.filter(pk=account_id, is_active=True).first()
