"""What one organisation does and asks: its activities, posts and vacancies (MAP)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Min, Q
from django.http import Http404
from django.utils import timezone

from plein.bridges.overviews.cards import first_fact
from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.queries import eyes_of, may_read
from plein.bridges.overviews.sources import source_of
from plein.bridges.overviews.wording import said_day
from plein.foundation.communities.models import Community, Content, Member

MOST, AT_FIRST = 100, 8


@dataclass(frozen=True)
class Doing:
    """One line of the list."""

    title: str
    url: str
    kind: str
    pictogram: str
    fact: str


def organisation_row(member: Member | None, community: Community, key: UUID) -> Row:
    """The organisation as it stands on the map; else it does not exist."""
    found = Row.objects.in_community(community).filter(pk=key, house="directory")
    row: Row | None = found.first() if "directory" in community.modules else None
    if row is None or not may_read(row, member, community):
        raise Http404
    return row


def doings(row: Row, member: Member | None, community: Community) -> list[Doing]:
    """First what has a day, soonest first; then the newest. At most `MOST`."""
    houses = community.modules - {"directory"}
    rows = Row.objects.in_community(community).filter(organisation=row.pk, house__in=houses)
    rows = rows.not_by(eyes_of(member, community).blocked).exclude(status="cancelled")
    if not (member and member.is_greeted):
        mine = Q(author=member.pk) if member else Q(pk=None)
        rows = rows.filter(Q(audience=Content.Audience.PUBLIC) | mine)
    found = list(rows.order_by("-pk")[:MOST])
    soonest = _soonest(row.town_id, found)
    dated = [each for each in found if each.pk in soonest]
    # What had days, and has none ahead, is over.
    undated = [each for each in found if each.pk not in soonest and each.house != "agenda"]
    dated.sort(key=lambda each: (soonest[each.pk], each.pk))
    return [_doing(each, soonest.get(each.pk)) for each in dated + undated]


def _soonest(town_id: UUID, rows: list[Row]) -> dict[UUID, datetime]:
    ahead = Moment.objects.filter(
        town=town_id, row__in=[row.pk for row in rows], starts_at__gte=timezone.now()
    )
    return dict(ahead.order_by().values_list("row_id").annotate(Min("starts_at")))


def _doing(row: Row, moment: datetime | None) -> Doing:
    source = source_of(row.kind, row.house)
    fact = first_fact(row)
    if moment:
        fact = said_day(timezone.localdate(moment))
    return Doing(
        title=row.title,
        url=row.url,
        kind=str(source.name) if source else "",
        pictogram=source.action_pictogram if source else "arrow-right",
        fact=fact,
    )
