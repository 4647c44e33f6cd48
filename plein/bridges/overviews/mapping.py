"""What a map shows: pins of public places, and wijken with how much there is in each.

A private person has no pin: only their wijk is known, and it is counted there (H7).
"""

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

from plein.bridges.overviews import queries
from plein.bridges.overviews.facets import in_areas
from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.queries import Found
from plein.foundation.communities.models import Community

MOST_PINS = 1_000


def allow_tiles(response: HttpResponse) -> None:
    """Pictures under the map come from elsewhere; on a page with a map only."""
    if settings.MAP_TILES:
        parts = urlsplit(settings.MAP_TILES)
        response._csp_update = {"img-src": [f"{parts.scheme}://{parts.netloc}"]}  # type: ignore[attr-defined]


def places(found: Found, community: Community) -> dict[str, Any]:
    """Data for `map.js`: pins as [lat, lon, title, address], outlines as GeoJSON with a count.

    `focus`: what the map shows at first, as GeoJSON; None: all of it.
    """
    pinned = dict.fromkeys(hit.row for hit in found.hits if hit.points and not hit.is_private)
    rows = queries.rows_of(community.town_id, list(pinned)[:MOST_PINS])
    pins = [[lat, lon, row.title, row.url] for row in rows for lat, lon in row.points]
    return {"pins": pins, "outlines": _outlines(found, community),
            "focus": _focus(found.filters)}  # fmt: skip


def _focus(filters: Filters) -> dict[str, Any] | None:
    """Near somewhere, the middle of its cell (H3); else the wijk that was chosen."""
    if filters.near and filters.near.cell:
        lat, lon = filters.near.cell.middle
        return {"type": "Point", "coordinates": [lon, lat]}
    drawn = filters.area.area if filters.area else None
    return drawn.outline if drawn else None


def _outlines(found: Found, community: Community) -> list[dict[str, Any]]:
    parts = community.tree.districts(community) or [community]
    counts = in_areas(Counter(hit.areas for hit in found.hits), parts, community)
    return [
        {
            "type": "Feature",
            "geometry": area.area.outline,
            "properties": {
                "name": area.name,
                "count": counts[area.slug],
                "url": found.filters.url(area=area),
            },
        }
        for area in parts
        if area.area
    ]
