"""Where a public place lies, and in which wijk: from its postcode, unless somebody chose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from plein.features.directory.models import Location
from plein.features.directory.sheet import Sheet, Spot
from plein.foundation.communities.models import Community
from plein.foundation.communities.tree import Tree
from plein.foundation.communities.whereabouts import Addresses, addresses
from plein.foundation.places.postcodes import points


def located(spot: Spot) -> Spot:
    """With the middle of its postcode, when it has no point yet."""
    return located_many([spot])[0]


def located_many(spots: Iterable[Spot]) -> list[Spot]:
    """The same for many, in one query per five hundred postcodes."""
    spots = list(spots)
    found = points(spot.postcode for spot in spots if spot.lat is None)
    return [_with(spot, found.get(spot.postcode)) for spot in spots]


def _with(spot: Spot, point: tuple[float, float] | None) -> Spot:
    if spot.lat is not None or point is None:
        return spot
    return replace(spot, lat=point[0], lon=point[1])


def choices_of(parts: Tree) -> list[tuple[str, str]]:
    """(word in addresses, name) of the town and all its parts; each wijk with its buurten."""
    found = [(parts.town.slug, parts.town.name)]
    waiting = list(reversed(parts.districts(parts.town)))
    while waiting:
        part = waiting.pop()
        found.append((part.slug, part.name))
        waiting += reversed(parts.districts(part))
    return found


def wijken_of(town_id: UUID, sheets: Sequence[Sheet]) -> list[Community | None]:
    """For each sheet the part of the town where it is; None when nothing tells."""
    spots = (spot for sheet in sheets for spot in sheet.locations)
    known = addresses(town_id, {spot.postcode for spot in spots if not spot.wijk})
    return [_wijk(sheet, known) for sheet in sheets]


def _wijk(sheet: Sheet, known: Addresses) -> Community | None:
    """Of the first place of which we know it; else of what it says about its area."""
    found = (_wijk_of_place(spot, known) for spot in sheet.locations)
    return next((part for part in found if part), None) or known.where.called(sheet.area_words)


def _wijk_of_place(spot: Spot | Location, known: Addresses) -> Community | None:
    """What a person chose, else what its address tells."""
    chosen = known.where.by_slug.get(spot.wijk) if spot.wijk else None
    return chosen or known.wijk_of(spot.postcode, spot.point)


def wijken_of_places(town_id: UUID, places: Sequence[Location]) -> list[Community]:
    """Each part of the town where an organisation has a place."""
    known = addresses(town_id, {place.postcode for place in places})
    found = (_wijk_of_place(place, known) for place in places)
    return list(dict.fromkeys(part for part in found if part))
