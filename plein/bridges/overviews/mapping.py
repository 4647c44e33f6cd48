"""What a map shows: pins of public places, and wijken with how much there is in each.

A private person has no pin: only their wijk is known, and it is counted there (H7).
"""

from collections import Counter
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from plein.bridges.overviews import queries
from plein.bridges.overviews.queries import Found
from plein.foundation.communities.models import Community

MOST_PINS = 1_000


def allow_tiles(response: HttpResponse) -> None:
    """Pictures under the map come from elsewhere; on a page with a map only."""
    if settings.MAP_TILES:
        parts = urlsplit(settings.MAP_TILES)
        response._csp_update = {"img-src": [f"{parts.scheme}://{parts.netloc}"]}  # type: ignore[attr-defined]


def places(found: Found, community: Community) -> dict[str, Any]:
    """Data for `map.js`: pins as [lat, lon, title, address], outlines as GeoJSON with a count."""
    pinned = dict.fromkeys(hit.row for hit in found.hits if hit.point and not hit.is_private)
    rows = queries.rows_of(community.town_id, list(pinned)[:MOST_PINS])
    pins = [[row.lat, row.lon, row.title, row.url] for row in rows]
    return {"pins": pins, "outlines": _outlines(found, community)}


def _outlines(found: Found, community: Community) -> list[dict[str, Any]]:
    areas = Counter(hit.area_id for hit in found.hits if hit.area_id)
    counts = Counter({UUID(area): number for area, number in areas.items()})
    tree = community.tree
    return [
        {
            "type": "Feature",
            "geometry": area.area.outline,
            "properties": {
                "name": area.name,
                "count": sum(counts[key] for key in tree.below(area)),
                "url": found.filters.url(area=area),
            },
        }
        for area in tree.districts(community) or [community]
        if area.area
    ]
