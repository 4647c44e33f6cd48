"""Where a public place lies: from its postcode, as long as nobody knows better."""

from collections.abc import Iterable
from dataclasses import replace

from plein.features.directory.sheet import Spot
from plein.foundation.places.models import Postcode


def located(spot: Spot) -> Spot:
    """With the middle of its postcode, when it has no point yet."""
    return located_many([spot])[0]


def located_many(spots: Iterable[Spot]) -> list[Spot]:
    """The same for many, in one query per five hundred postcodes."""
    spots = list(spots)
    wanted = sorted({spot.postcode for spot in spots if spot.postcode and spot.lat is None})
    points: dict[str, tuple[float, float]] = {}
    for start in range(0, len(wanted), 500):
        part = Postcode.objects.filter(code__in=wanted[start : start + 500])
        points |= {code: (lat, lon) for code, lat, lon in part.values_list("code", "lat", "lon")}
    return [_with(spot, points.get(spot.postcode)) for spot in spots]


def _with(spot: Spot, point: tuple[float, float] | None) -> Spot:
    if spot.lat is not None or point is None:
        return spot
    return replace(spot, lat=point[0], lon=point[1])
