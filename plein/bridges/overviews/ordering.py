"""In which order hits stand: near by, by day, or what says it in its title first."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.models.rows import Point
from plein.bridges.overviews.nearby import Near, middle_of
from plein.bridges.overviews.search.hits import Hit
from plein.foundation.communities.models import Community


def ordered(hits: list[Hit], filters: Filters, community: Community, *, dated: bool) -> list[Hit]:
    """Sorting is stable: what is equal stays as the database gave it."""
    if filters.near and filters.near.cell:
        middles = middles_of(hits, community)
        near = filters.near
        return sorted(hits, key=lambda hit: _km(hit, near, middles))
    if dated or not filters.asked:
        return hits
    return sorted(hits, key=lambda hit: (not hit.titled, hit.sinks))


Middles = Mapping[str, Point]


def middles_of(hits: Sequence[Hit], community: Community) -> Middles:
    """The middle of each wijk that occurs."""
    found = {}
    for area in {area for kept in {hit.areas for hit in hits} if kept for area in kept.split("|")}:
        key = UUID(area)
        cell = middle_of(community.tree.all[key]) if key in community.tree.all else None
        if cell:
            found[area] = cell.middle
    return found


def nearest(hit: Hit, near: Near, middles: Middles) -> Point | None:
    """The nearest of its public places; of all else only the wijken are known (H7)."""
    places = hit.points or [middles[key] for key in (hit.areas or "").split("|") if key in middles]
    return min(places, key=near.km_to) if len(places) > 1 else next(iter(places), None)


def _km(hit: Hit, near: Near, middles: Middles) -> float:
    return near.km_to(nearest(hit, near, middles))
