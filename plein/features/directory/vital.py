"""What people cannot do without: who looks after it, and who could."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from plein.features.directory.access import KEEP, keeps
from plein.features.directory.models import Entry
from plein.foundation.communities import tree
from plein.foundation.communities.models import Member, Role
from plein.foundation.communities.rights import RIGHTS, Held


@dataclass(frozen=True)
class Watched:
    """A vital entry, its steward as long as that role counts, and who could be it, best first."""

    entry: Entry
    steward: Member | None
    could: list[Member] = field(default_factory=list)


def watched(town_id: UUID) -> list[Watched]:
    """All of a town; few queries, however many."""
    vital = Entry.objects.in_town(town_id).shown().exclude(vital="")
    entries = list(vital.complete().order_by("organisation__name", "pk"))
    keepers = _keepers(town_id) if entries else []
    parts = tree.of(town_id).all
    for entry in entries:
        entry.organisation.community = parts[entry.organisation.community_id]
    busy = Counter(entry.steward_id for entry in entries)
    return [_watched(entry, keepers, busy) for entry in entries]


def one(entry: Entry) -> Watched:
    """Who looks after this one, and who could."""
    return _watched(entry, _keepers(entry.town_id), Counter())


def without_steward(town_id: UUID) -> Iterator[Entry]:
    return (row.entry for row in watched(town_id) if row.steward is None)


def _watched(entry: Entry, keepers: list[Member], busy: Counter[UUID | None]) -> Watched:
    there = [member for member in keepers if keeps(member, entry)]
    steward = next((member for member in there if member.pk == entry.steward_id), None)
    about = {row.theme.key for row in entry.themes.all()}
    about |= {row.group.key for row in entry.groups.all()}
    could = sorted(there, key=lambda each: (_distance(each, about), busy[each.pk], each.name))
    return Watched(entry, steward, [member for member in could if member != steward])


def _distance(member: Member, about: set[str]) -> int:
    """Their own subject, no subject, or another one."""
    subjects = {held.subject for held in member.held or ()}
    return 0 if subjects & about else 1 if "" in subjects else 2


def _keepers(town_id: UUID) -> list[Member]:
    """Who has a role that keeps the map somewhere in the town, with those roles."""
    roles = Role.objects.filter(town=town_id, role__in=RIGHTS[KEEP]).select_related("member")
    found: dict[UUID, Member] = {}
    for role in roles.order_by("id"):
        member = found.setdefault(role.member_id, role.member)
        held = Held(role.role, role.community_id, role.subject, role.until)
        member.held = [*(member.held or ()), held]
    return list(found.values())
