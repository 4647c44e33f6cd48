"""What waits for somebody in this place, and what of it fits in the time they have."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Count,
    F,
    Max,
    Q,
    QuerySet,
    SmallIntegerField,
    Sum,
    Value,
    When,
)
from django.utils import timezone

from plein.bridges.dayboard.models import Board, MatterRow
from plein.bridges.dayboard.sources import kinds_after, listener_of, sources, task_of
from plein.features.noticeboard.models import OnClock
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import RIGHTS, may
from plein.foundation.jobs.models import Change, Task
from plein.lib.matter import MatterSource

CLAIM_LASTS = timedelta(hours=4)
"""Who took or got something and did not come to it: after this others may."""
LATE = 19
"""The urgency of a promise that was not kept in time."""
MOST_SHOWN = 50
MOST_ASIDE = 40
Rows = QuerySet[MatterRow]


@dataclass(frozen=True)
class Group:
    """Rows of one kind, in the order in which they hurt."""

    source: MatterSource
    matters: list[MatterRow]


@dataclass(frozen=True)
class Waiting:
    """How much waits of one layer, wijk and theme."""

    layer: int
    area: UUID | None
    theme: str
    rows: int
    minutes: int


def behind(board: Board) -> set[str]:
    """Kinds of which something changed after they were last computed. One question."""
    names = _waited_for()
    changes = Change.objects.filter(kind__in=kinds_after()).order_by()
    tasks = Task.objects.alive().filter(name__in=names).order_by()
    latest = (
        changes.values_list("kind")
        .annotate(Max("made_at"))
        .union(tasks.values_list("name").annotate(Max("made_at")), all=True)
    )
    found: set[str] = set()
    for name, moment in latest:
        found |= {kind for kind in names.get(name, ()) if _before(board, kind, moment)}
    return found


def _waited_for() -> dict[str, list[str]]:
    """{change or name of a task: kinds it is about}."""
    names = dict(kinds_after())
    names |= {listener_of(change): kinds for change, kinds in kinds_after().items()}
    return names | {task_of(source.kind): [source.kind] for source in sources()}


def _before(board: Board, kind: str, moment: datetime) -> bool:
    seen = board.kinds.get(kind)
    return seen is None or datetime.fromisoformat(seen) <= moment


def away(town_id: UUID) -> set[UUID]:
    """Members of the team who are away today: what they took or got is for all again."""
    today = timezone.localdate()
    until = Q(away_until=None) | Q(away_until__gte=today)
    rows = OnClock.objects.filter(until, town=town_id, away_from__lte=today, member__isnull=False)
    return set(rows.values_list("member_id", flat=True))


def seen_by(member: Member, community: Community) -> Rows:
    """Of this community and below, where the member has the right, and not their own case."""
    rows = MatterRow.objects.filter(_allowed(member, community), town=community.town_id)
    me = f"|{member.pk}|"
    named = Q(only_for="") | Q(only_for__contains=me)
    return rows.filter(named).exclude(hidden_from__contains=me)


def _allowed(member: Member, community: Community) -> Q:
    tree, on = community.tree, community.modules | {""}
    below = tree.below(community)
    kinds: dict[frozenset[UUID], list[str]] = {}
    rights = {source.right for source in sources()}
    places = {r: frozenset(k for k in below if may(member, r, tree.all[k])) for r in rights}
    for source in sources():
        if source.module in on:
            kinds.setdefault(places[source.right], []).append(source.kind)
    allowed = Q(pk__in=[])
    for where, of in kinds.items():
        allowed |= Q(community__in=where, kind__in=of)
    return allowed


def sorted_out(rows: Rows, member: Member, gone: Iterable[UUID]) -> Rows:
    """With `mine`, `taken` by somebody who is there, and `later`; mine first, then what hurts."""
    now, gone = timezone.now(), list(gone)
    mine = Q(claimed_by=member, claimed_at__gt=now - CLAIM_LASTS) | Q(handed_to=member)
    claimed = Q(claimed_by__isnull=False, claimed_at__gt=now - CLAIM_LASTS)
    theirs = (claimed & ~Q(claimed_by__in=gone)) | Q(pk__in=handed_now(member.town_id, gone))
    marked = rows.annotate(mine=_if(mine), later=_if(Q(snoozed_until__gt=now)), theirs=_if(theirs))
    marked = marked.annotate(pressing=_pressing(now))
    return marked.select_related("claimed_by", "handed_to", "handed_by").order_by(
        "-mine", "layer", "pressing", "hurts_from", "id"
    )


def handed(town_id: UUID, gone: Iterable[UUID]) -> Q:
    """Given lately to somebody who is there and still has the right; else it is for all again.

    For who got it, it stays on top until somebody takes it.
    """
    kinds: dict[str, list[str]] = {}
    for source in sources():
        kinds.setdefault(source.right, []).append(source.kind)
    able = Q(pk__in=[])
    for right, of in kinds.items():
        able |= Q(kind__in=of, handed_to__in=_with_right(right, town_id))
    lately = Q(handed_to__isnull=False, handed_at__gt=timezone.now() - CLAIM_LASTS)
    return lately & able & ~Q(handed_to__in=list(gone))


def handed_now(town_id: UUID, gone: Collection[UUID]) -> list[UUID]:
    """Keys of what `handed` means, looked up once for a page that asks after it four times: two
    questions, or one where nothing was given. As a condition in each it was most of the page."""
    lately = Q(handed_to__isnull=False, handed_at__gt=timezone.now() - CLAIM_LASTS)
    given = MatterRow.objects.filter(lately, town=town_id).exclude(handed_to__in=gone)
    found = list(given.values_list("pk", "kind", "handed_to"))
    if not found:
        return []
    able = Role.objects.filter(town=town_id, member__in={to for _key, _kind, to in found})
    here = able.counting().filter(member__state=Member.State.ACTIVE)
    held = set(here.values_list("member", "role"))
    rights = {source.kind: RIGHTS[source.right] for source in sources()}
    return [
        key for key, kind, to in found if any((to, role) in held for role in rights.get(kind, ()))
    ]


def _with_right(right: str, town_id: UUID) -> QuerySet[Role, Any]:
    """Somewhere in the town: who lost it in one wijk only, loses what they got after some hours."""
    roles = Role.objects.filter(town=town_id, role__in=RIGHTS[right]).counting()
    return roles.filter(member__state=Member.State.ACTIVE).values("member")


def _pressing(now: datetime) -> Case:
    """Its urgency; a promise that was not kept in time comes before all but who may be in danger
    or is gone."""
    promised = [source.kind for source in sources() if source.promised]
    late = When(kind__in=promised, due__lt=now, urgency__gt=LATE, then=Value(LATE))
    return Case(late, default=F("urgency"), output_field=SmallIntegerField())


def _if(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def to_do(rows: Rows) -> Rows:
    """What this member may begin with now: their own, and what nobody is at."""
    return rows.filter(Q(later=False), Q(mine=True) | Q(theirs=False))


def aside(rows: Rows) -> list[MatterRow]:
    """What others are at, and what comes back later."""
    return list(rows.filter(Q(later=True) | Q(mine=False, theirs=True))[:MOST_ASIDE])


def counted(rows: Rows) -> list[Waiting]:
    """How much waits, by layer, wijk and theme."""
    found = (
        to_do(rows)
        .order_by()
        .values_list("layer", "area", "theme")
        .annotate(Count("pk"), Sum("minutes"))
    )
    return [Waiting(*row) for row in found]


def by_kind(rows: Rows) -> list[tuple[str, int, int]]:
    """(title, number, layer) of each kind in which something waits, in the order of the page."""
    titles = {source.kind: source.title for source in sources()}
    found = to_do(rows).order_by().values_list("kind", "layer", "urgency").annotate(Count("pk"))
    lines = sorted((layer, urgency, kind, number) for kind, layer, urgency, number in found)
    return [(str(titles[kind]), number, layer) for layer, _urgency, kind, number in lines]


def fitting(rows: Rows, minutes: int) -> list[MatterRow]:
    """The first so many minutes of work; never nothing when something waits."""
    chosen: list[MatterRow] = []
    left = minutes
    for row in to_do(rows)[:MOST_SHOWN]:
        if chosen and row.minutes > left:
            break
        chosen.append(row)
        left -= row.minutes
    return chosen


def grouped(rows: Iterable[MatterRow]) -> list[Group]:
    """By kind, in the order of their first."""
    found: dict[str, Group] = {}
    by_kind = {source.kind: source for source in sources()}
    for row in rows:
        group = found.setdefault(row.kind, Group(by_kind[row.kind], []))
        group.matters.append(row)
    return list(found.values())


def team(row: MatterRow, community: Community, but: Member) -> list[Member]:
    """Who else may do it, by name: those with the right in its place."""
    source = next(source for source in sources() if source.kind == row.kind)
    tree = community.tree
    place = tree.all[row.community_id]
    roles = Role.objects.filter(
        town=community.town_id,
        role__in=RIGHTS[source.right],
        community__in={place.pk} | tree.above(place),
    ).counting()
    people = Member.objects.filter(town=community.town_id, pk__in=roles.values("member"))
    here = people.here().exclude(pk=but.pk).exclude(pk__in=away(community.town_id))
    return [
        one
        for one in here.order_by("name", "id")
        if f"|{one.pk}|" not in row.hidden_from
        and (not row.only_for or f"|{one.pk}|" in row.only_for)
    ]
