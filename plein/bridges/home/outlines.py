"""The map of a place as one drawing, made of our own outlines: no tiles, no script."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from plein.foundation.communities.models import Community

WIDE = 640
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Shape:
    """One wijk: the path of its outline, and where its name stands."""

    community: Community
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """All shapes in one box of `wide` by `high`."""

    wide: int
    high: int
    shapes: tuple[Shape, ...]

    @property
    def box(self) -> str:
        return f"0 0 {self.wide} {self.high}"


def draw(places: Iterable[Community]) -> Drawing | None:
    """Places that have an outline, north on top; None when there is nothing to draw."""
    drawn = [(place, list(_rings(place.area.outline))) for place in places if place.area]
    points = [point for _place, rings in drawn for ring in rings for point in ring]
    if not points:
        return None
    west, north = min(p[0] for p in points), max(p[1] for p in points)
    east, south = max(p[0] for p in points), min(p[1] for p in points)
    # A degree of longitude is shorter than one of latitude, here by this much.
    narrow = cos(radians((north + south) / 2))
    scale = (WIDE - 20) / max((east - west) * narrow, 1e-9)
    high = round((north - south) * scale) + 20

    def at(lon: float, lat: float) -> tuple[int, int]:
        return round((lon - west) * narrow * scale) + 10, round((north - lat) * scale) + 10

    shapes = []
    for place, rings in drawn:
        placed = [[at(point[0], point[1]) for point in ring] for ring in rings]
        path = " ".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in placed)
        first = placed[0][:-1]
        x, y = (round(sum(axis) / len(first)) for axis in zip(*first, strict=True))
        shapes.append(Shape(place, path, x, y))
    return Drawing(WIDE, high, tuple(shapes))


def _rings(outline: dict[str, Any]) -> Iterator[Ring]:
    """The outer ring of each polygon."""
    kind, coordinates = outline.get("type"), outline.get("coordinates") or []
    polygons = coordinates if kind == "MultiPolygon" else [coordinates]
    for polygon in polygons:
        if polygon and len(polygon[0]) > 3:
            yield polygon[0]
