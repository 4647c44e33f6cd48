"""Reading outlines of wijken and buurten from GeoJSON, as CBS and PDOK publish them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from plein.foundation.places import outlines
from plein.foundation.places.outlines import Polygon
from plein.foundation.places.rd import from_rd, in_netherlands
from plein.lib.listing import fold

NAMES = ("buurtnaam", "wijknaam", "statnaam", "gemeentenaam", "naam", "name")
CODES = ("buurtcode", "wijkcode", "statcode", "gemeentecode", "code")
INHABITANTS = ("aantalinwoners", "aantal_inwoners", "aant_inw", "inhabitants")
RD = "28992"
DEGREES = ("CRS84", "4326", "4258")


class Unreadable(Exception):
    """This file cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class Outline:
    """One shape of a file: its name and code there, simplified, in degrees."""

    name: str
    code: str
    polygons: list[Polygon]
    inhabitants: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        return outlines.middle(self.polygons)


@dataclass
class OutlineFile:
    outlines: list[Outline] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read(data: bytes, *, municipality: str, name: str = "") -> OutlineFile:
    """All shapes; of a file of the whole country only those of this municipality.

    `name`: the property that holds the name. Raises `Unreadable`.
    """
    features, in_rd = _features(data)
    key = name.casefold() or _name_key(features)
    if not any(key in _properties(each) for each in features):
        told = ", ".join(sorted({str(k) for each in features for k in _properties(each)})[:20])
        raise Unreadable(
            _("No shape has the property %(name)s. There is: %(others)s.")
            % {"name": name or "name", "others": told or "-"}
        )
    file = OutlineFile()
    for (said, code), parts in _joined(_of(features, municipality), key).items():
        try:
            people = max(_number(_properties(each), INHABITANTS) for each in parts)
            file.outlines.append(Outline(said, code, _drawn(parts, in_rd), people))
        except Unreadable as wrong:
            file.problems.append(f"{said}: {wrong}")
    return file


def _features(data: bytes) -> tuple[list[dict[str, Any]], bool]:
    """The shapes, and whether they are in metres of the national grid."""
    try:
        found = json.loads(data)
        features = [f for f in found["features"] if isinstance(f, dict)]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Unreadable(_("This is no GeoJSON file with a list of shapes.")) from None
    if not features:
        raise Unreadable(_("There are no shapes in this file."))
    crs = found.get("crs") or {}
    told = str(crs.get("properties", {}).get("name", "")) if isinstance(crs, dict) else ""
    if told and not told.endswith((RD, *DEGREES)):
        raise Unreadable(
            _("We cannot read coordinates in %(system)s. Use WGS 84 or RD.") % {"system": told}
        )
    return features, told.endswith(RD)


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    return {str(k).casefold(): v for k, v in found.items()} if isinstance(found, dict) else {}


def _name_key(features: Iterable[dict[str, Any]]) -> str:
    there = {key for each in features for key in _properties(each)}
    return next((name for name in NAMES if name in there), "name")


def _of(features: Iterable[dict[str, Any]], municipality: str) -> list[dict[str, Any]]:
    """Land only; of this municipality when the file says of which a shape is."""
    land = [
        each
        for each in features
        if str(_properties(each).get("water", "")).upper() not in ("JA", "B")
    ]
    told = [(fold(str(_properties(each).get("gemeentenaam", ""))), each) for each in land]
    mine = [each for name, each in told if name == fold(municipality)]
    return mine or land


def _joined(
    features: Iterable[dict[str, Any]], key: str
) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Shapes by name and code: one wijk may be drawn in pieces."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for each in features:
        properties = _properties(each)
        name = " ".join(str(properties.get(key) or "").split())
        code = str(next((properties[c] for c in CODES if properties.get(c)), ""))[:20]
        if name:
            found.setdefault((name, code), []).append(each)
    return found


def _number(properties: Mapping[str, Any], names: Iterable[str]) -> int:
    """CBS writes a very low number for what it does not tell."""
    said = str(next((properties[n] for n in names if properties.get(n)), ""))
    return int(said) if re.fullmatch(r"\d{1,7}", said) else 0


def _drawn(parts: Iterable[dict[str, Any]], in_rd: bool) -> list[Polygon]:
    polygons = [p for each in parts for p in _polygons(each.get("geometry"), in_rd)]
    if not (found := outlines.simplified(polygons)):
        raise Unreadable(_("this is no closed outline."))
    return found


def _polygons(geometry: Any, in_rd: bool) -> Iterator[Polygon]:
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise Unreadable(_("this is no closed outline."))
    try:
        for polygon in outlines.polygons_of(geometry):
            yield [_ring(ring, in_rd) for ring in polygon if len(ring) > 3]
    except (TypeError, ValueError, LookupError, OverflowError):
        raise Unreadable(_("its points cannot be read.")) from None


def _ring(ring: Any, in_rd: bool) -> list[tuple[float, float]]:
    """Closed, whoever wrote it."""
    points = [_point(point, in_rd) for point in ring]
    return points if points[0] == points[-1] else [*points, points[0]]


def _point(point: Any, in_rd: bool) -> tuple[float, float]:
    """Longitude and latitude. Metres are seen by their size, also when nobody said so."""
    x, y = float(point[0]), float(point[1])
    if in_rd or abs(x) > 180 or abs(y) > 90:
        y, x = from_rd(x, y)
    if not in_netherlands(y, x):
        raise Unreadable(_("this does not lie in the Netherlands."))
    return x, y
