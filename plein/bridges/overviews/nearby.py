"""Dichtbij: from a typed postcode or wijk. Of private persons only their wijk is known (H7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from plein.bridges.overviews.models.rows import Point
from plein.foundation.communities.models import Community
from plein.foundation.communities.whereabouts import Whereabouts
from plein.foundation.places.cells import Cell, Nearness, cell_of, distance_km, nearness
from plein.foundation.places.postcodes import NotAPostcode, clean_postcode, known
from plein.lib.listing import fold

FAR = 9_999.0


@dataclass(frozen=True)
class Near:
    """Somewhere; never nearer than a cell of about 550 metres."""

    typed: str
    """As it stands in the address."""
    words: str
    cell: Cell | None
    """None when nobody here knows this place."""

    def km_to(self, points: Sequence[Point]) -> float:
        """To the nearest of these places."""
        if self.cell is None or not points:
            return FAR
        middle = self.cell.middle
        return min(distance_km(middle, point) for point in points)

    def words_to(self, points: Sequence[Point]) -> Nearness | None:
        if self.cell is None or not points:
            return None
        point = min(points, key=lambda point: self.km_to([point]))
        return nearness(self.cell, cell_of(*point))


def read_near(typed: str, areas: Sequence[Community]) -> Near | None:
    """A postcode, or the name of a wijk; however it was typed."""
    typed = " ".join(typed.replace("\0", "").split())[:60]
    if not typed:
        return None
    for area in areas:
        if fold(typed) in (area.slug, fold(area.name)):
            return Near(area.slug, area.name, middle_of(area))
    try:
        code = clean_postcode(typed, digits_will_do=True)
    except NotAPostcode:
        return Near(typed, typed, None)
    return Near(code, f"{code[:4]} {code[4:]}".strip(), _cell_of(code, areas))


def _cell_of(code: str, areas: Sequence[Community]) -> Cell | None:
    """Of the postcode; when a list told only its wijk, the middle of that."""
    row = known([code]).get(code)
    if row is None or row.point:
        return cell_of(*row.point) if row and row.point else None
    wijk = Whereabouts(areas[0].tree).called(row.wijk) if areas else None
    return middle_of(wijk) if wijk else None


def middle_of(area: Community) -> Cell | None:
    """The cell in the middle of a wijk."""
    return cell_of(area.area.lat, area.area.lon) if area.area else None


def middles_of(areas: Iterable[UUID | str], community: Community) -> list[Point]:
    """The middle of each of these wijken that is drawn."""
    parts = (community.tree.all.get(UUID(str(key))) for key in areas)
    cells = (middle_of(part) for part in parts if part)
    return [cell.middle for cell in cells if cell]
