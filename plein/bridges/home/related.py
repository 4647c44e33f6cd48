"""Also here: beside one thing, three others of other houses that go with it (BLOCK-11)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from plein.bridges.overviews.houses import HOUSES
from plein.bridges.overviews.models import Row, RowQuerySet
from plein.bridges.overviews.queries import may_read, on_site
from plein.foundation.communities.models import Community, Content, Member

MOST, OF_EACH_HOUSE = 3, 12
ON_A_POSTER = frozenset({"agenda", "directory", "noticeboard", "showcase"})
"""Houses of things to come to or to call; a story is to read."""


@dataclass(frozen=True)
class Likeness:
    """How much a row goes with another; more is better, and each part can be said in words."""

    same_theme: bool
    same_area: bool
    same_groups: bool

    @property
    def points(self) -> int:
        return 4 * self.same_theme + 2 * self.same_groups + self.same_area


def visible_row(member: Member | None, community: Community, key: UUID) -> Row:
    """A thing of this site that this reader may read; else it does not exist."""
    row: Row | None = Row.objects.in_community(community).filter(pk=key).first()
    if row is None or not may_read(row, member, community):
        raise Http404
    return row


def makes_poster(row: Row) -> bool:
    """Only of what everybody may read (TRUST-7)."""
    return row.house in ON_A_POSTER and row.audience == Content.Audience.PUBLIC


def also_here(row: Row, member: Member | None, community: Community) -> list[Row]:
    """At most three, of three different houses when there are."""
    found: list[tuple[int, int, Row]] = []
    houses = [house.key for house in HOUSES if house.key in community.modules]
    for house in houses:
        if house == row.house:
            continue
        best = sorted(
            _candidates(row, house, member, community),
            key=lambda other: (-likeness(row, other).points, -other.pk.int),
        )
        found += [(place, -likeness(row, other).points, other) for place, other in enumerate(best)]
    # First the best of each house, by how well they go with it; then their second bests.
    found.sort(key=lambda one: (one[0], one[1]))
    return [other for _place, points, other in found if points < 0][:MOST]


def likeness(row: Row, other: Row) -> Likeness:
    return Likeness(
        same_theme=bool(set(row.themes) & set(other.themes)),
        same_area=bool(set(row.areas) & set(other.areas)),
        same_groups=bool(_groups(row) & _groups(other)),
    )


def _candidates(row: Row, house: str, member: Member | None, community: Community) -> list[Row]:
    rows = _readable(on_site(member, community, house), member).exclude(status="cancelled")
    close = rows.filter(_about(row.themes, house)) if row.theme else rows.filter(area=row.area_id)
    return list(close.order_by("-pk")[:OF_EACH_HOUSE])


def _about(themes: list[str], house: str) -> Q:
    """Only an organisation is about several things, and of those there are few enough to look."""
    found = Q(theme__in=themes)
    for key in themes if house == "directory" else ():
        found |= Q(more_themes__contains=f"|{key}|")
    return found


def _readable(rows: RowQuerySet, member: Member | None) -> RowQuerySet:
    """No teasers: beside a page stands only what this reader may open."""
    if member and member.is_greeted:
        return rows.exclude(author=member.pk)
    return rows.filter(audience=Content.Audience.PUBLIC)


def _groups(row: Row) -> set[str]:
    return {group for group in row.groups.split("|") if group}
