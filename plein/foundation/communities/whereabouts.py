"""In which part of a town a public place lies: by its point, or by the name of its wijk."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from plein.foundation.communities import tree
from plein.foundation.communities.models import Community
from plein.foundation.communities.tree import Tree
from plein.foundation.places import outlines
from plein.foundation.places.models import Postcode
from plein.foundation.places.postcodes import known
from plein.lib.listing import fold

NUMBERED = re.compile(r"^(?:wijk|buurt) \d+ ")
CODED = re.compile(r"(?:WK|BU|GM)?0*(\d+)", re.IGNORECASE)
ORDER = list(Community.Kind.values)


def plain_name(name: str) -> str:
    """By which wijken are compared: "Wijk 01 Molenwijk" of CBS is our "molenwijk"."""
    words = " ".join(re.sub(r"[^\w]", " ", fold(name)).split())
    return NUMBERED.sub("", words) or words


def plain_code(words: str) -> str:
    """The digits of a code of CBS, which its lists write without letters and zeros before it."""
    found = CODED.fullmatch(words.strip())
    return found.group(1) if found else ""


MAP = "communities.map"
"""The change to listen to, with the key of the town: look again where public places lie."""


class Whereabouts:
    """The parts of one town, ready to be asked many times."""

    def __init__(self, parts: Tree) -> None:
        self.tree = parts
        self.by_slug = {part.slug: part for part in parts.all.values()}
        self.named: dict[str, list[Community]] = {}
        for part in sorted(parts.all.values(), key=lambda c: (ORDER.index(c.kind), c.name, c.pk)):
            self.named.setdefault(plain_name(part.name), []).append(part)
            if part.area and (code := plain_code(part.area.code)):
                self.named.setdefault(code, []).append(part)
        # The smallest first: a buurt before the wijk around it.
        drawn = [c for c in parts.all.values() if c.area and c.pk != parts.town.pk]
        drawn.sort(key=lambda c: (-len(parts.above(c)), c.name))
        shapes = ((c, outlines.polygons_of(c.area.outline)) for c in drawn if c.area)
        self.shapes = [(c, outlines.box(polygons), polygons) for c, polygons in shapes if polygons]

    def at(self, lat: float, lon: float) -> Community | None:
        """The smallest part that holds a point; None outside all of them."""
        for part, (south, west, north, east), polygons in self.shapes:
            inside = south <= lat <= north and west <= lon <= east
            if inside and outlines.contains(polygons, lat, lon):
                return part
        return None

    def called(self, name: str, *, first: Iterable[str] = ()) -> Community | None:
        """The part of this name (or code); of several one of the kinds in `first`, else the
        largest."""
        key = plain_code(name) or plain_name(name)
        found = self.named.get(key, []) if key else []
        wanted = [part for part in found if part.kind in first]
        return next(iter(wanted or found), None)


@dataclass(frozen=True)
class Addresses:
    """In which part of a town public addresses lie."""

    where: Whereabouts
    codes: Mapping[str, Postcode]

    def wijk_of(self, code: str, point: tuple[float, float] | None) -> Community | None:
        """What a list of postcodes says, or the outline around it; last what its digits say."""
        row = self.codes.get(code)
        if row and row.code == code and (told := self.where.called(row.wijk)):
            return told
        if point and (part := self.where.at(*point)):
            return part
        if row is None:
            return None
        return self.where.called(row.wijk) or (self.where.at(*row.point) if row.point else None)


_kept: dict[UUID, Whereabouts] = {}


def addresses(town_id: UUID, codes: Iterable[str]) -> Addresses:
    """Asks once what is known of all these postcodes."""
    parts, kept = tree.of(town_id), _kept.get(town_id)
    if kept is None or kept.tree is not parts:
        # Reading all outlines of a town takes some milliseconds.
        kept = _kept[town_id] = Whereabouts(parts)
    return Addresses(kept, known(codes))
