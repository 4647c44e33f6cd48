"""Where a private person is: one fixed cell of a grid, never a point (TRUST-3, H3).

A cell is 0.005 degrees of latitude by 0.008 of longitude: about 550 by 550 metres in the
Netherlands. Everybody in a cell is in the same place for Plein, so no number of questions can
come nearer than the cell.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, floor, radians, sin, sqrt

LAT_STEP = 0.005
LON_STEP = 0.008
EARTH_KM = 6371.0


@dataclass(frozen=True)
class Cell:
    """Row and column of the grid; counted from latitude 0 and longitude 0."""

    row: int
    column: int

    @property
    def middle(self) -> tuple[float, float]:
        """Latitude and longitude in degrees (WGS 84)."""
        return (self.row + 0.5) * LAT_STEP, (self.column + 0.5) * LON_STEP


class Nearness(StrEnum):
    """The only words in which a distance between people is ever told or sorted."""

    CORNER = "corner"
    WALK = "walk"
    BIKE = "bike"
    FURTHER = "further"


def cell_of(lat: float, lon: float) -> Cell:
    """The cell that holds a point, in degrees (WGS 84)."""
    return Cell(floor(lat / LAT_STEP), floor(lon / LON_STEP))


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great circle distance in kilometres between two points in degrees (haversine)."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    h = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))


def nearness(a: Cell, b: Cell) -> Nearness:
    """How far two cells are apart, in four words."""
    if a == b:
        return Nearness.CORNER
    km = distance_km(a.middle, b.middle)
    if km <= 1.2:
        return Nearness.WALK
    return Nearness.BIKE if km <= 5 else Nearness.FURTHER
