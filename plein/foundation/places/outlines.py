"""Shapes on the map: fewer points, their middle, and whether a point lies inside.

Polygons as in GeoJSON (RFC 7946): rings of [longitude, latitude] in degrees, the first ring is the
outer one, and the first point of a ring is also its last.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

MOST_POINTS = 200
"""In one outline: enough for a map of a town on a screen, and for telling wijken apart."""
FINEST = 3.0
"""Metres. What stands out less is left out even of a small shape."""
COARSEST = 1_000.0
A_DEGREE = 111_195.0
"""Metres of latitude."""
SMALL = 0.02
"""An island or hole smaller than this part of the whole is left out."""

Point = Sequence[float]
Ring = Sequence[Point]
Polygon = Sequence[Ring]


def polygons_of(outline: dict[str, Any]) -> list[Polygon]:
    """The polygons of a Polygon or MultiPolygon."""
    kind, coordinates = outline.get("type"), outline.get("coordinates") or []
    found = coordinates if kind == "MultiPolygon" else [coordinates]
    return [polygon for polygon in found if polygon and len(polygon[0]) > 3]


def outline_of(polygons: Sequence[Polygon]) -> dict[str, Any]:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": list(polygons)}


def simplified(polygons: Sequence[Polygon]) -> list[Polygon]:
    """At most `MOST_POINTS` points, without specks; rounded to a metre."""
    whole = sum(_size(polygon[0]) for polygon in polygons)
    kept: list[Polygon] = [
        [polygon[0], *(hole for hole in polygon[1:] if _size(hole) >= whole * SMALL)]
        for polygon in polygons
        if _size(polygon[0]) >= whole * SMALL
    ]
    finest = FINEST
    while True:
        made = [[_fewer(ring, finest) for ring in polygon] for polygon in kept]
        few = sum(len(ring) for polygon in made for ring in polygon) <= MOST_POINTS
        if few or finest > COARSEST:
            return [[r for r in polygon if len(r) > 3] for polygon in made if len(polygon[0]) > 3]
        finest *= 1.5


def middle(polygons: Sequence[Polygon]) -> tuple[float, float]:
    """Latitude and longitude of the centre of gravity of the largest part."""
    ring = max((polygon[0] for polygon in polygons), key=_size)
    base_x, base_y = ring[0][0], ring[0][1]
    area = x = y = 0.0
    for a, b in _sides(ring):
        ax, ay, bx, by = a[0] - base_x, a[1] - base_y, b[0] - base_x, b[1] - base_y
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not area:
        return base_y, base_x
    return base_y + y / (3 * area), base_x + x / (3 * area)


def box(polygons: Sequence[Polygon]) -> tuple[float, float, float, float]:
    """South, west, north, east."""
    lons = [point[0] for polygon in polygons for point in polygon[0]]
    lats = [point[1] for polygon in polygons for point in polygon[0]]
    return min(lats), min(lons), max(lats), max(lons)


def contains(polygons: Sequence[Polygon], lat: float, lon: float) -> bool:
    """Inside one of them and not in a hole: a line to the east crosses the rings an odd number
    of times."""
    return any(sum(_crossings(ring, lat, lon) for ring in polygon) % 2 for polygon in polygons)


def _crossings(ring: Ring, lat: float, lon: float) -> int:
    return sum(
        (a[1] > lat) != (b[1] > lat) and lon < a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in _sides(ring)
    )


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return pairwise(ring)


def _size(ring: Ring) -> float:
    """In square degrees: only to compare with its neighbours."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring))) / 2


def _fewer(ring: Ring, finest: float) -> Ring:
    """Douglas and Peucker (1973): only points that stand out more than so many metres."""
    narrow = cos(radians(ring[0][1])) * A_DEGREE
    flat = [(point[0] * narrow, point[1] * A_DEGREE) for point in ring]
    # A ring has no ends: begin with its first point and the one farthest from it.
    far = max(range(len(flat)), key=lambda i: hypot(*_minus(flat[i], flat[0])))
    kept, waiting = {0, far, len(flat) - 1}, [(0, far), (far, len(flat) - 1)]
    while waiting:
        first, last = waiting.pop()
        most, at = finest, 0
        for i in range(first + 1, last):
            if (out := _from_line(flat[i], flat[first], flat[last])) > most:
                most, at = out, i
        if at:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [[round(ring[i][0], 5), round(ring[i][1], 5)] for i in sorted(kept)]


def _minus(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return a[0] - b[0], a[1] - b[1]


def _from_line(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """Metres from a point to the straight line between two others."""
    (x, y), (dx, dy) = _minus(point, start), _minus(end, start)
    long = dx * dx + dy * dy
    along = min(max((x * dx + y * dy) / long, 0.0), 1.0) if long else 0.0
    return hypot(x - along * dx, y - along * dy)
