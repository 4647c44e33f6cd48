"""Where a public place lies, and in which wijk: from its postcode, unless somebody chose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from plein.features.directory.sheet import Sheet, Spot
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community
from plein.foundation.communities.tree import Tree
from plein.foundation.communities.whereabouts import Whereabouts
from plein.foundation.places.models import Postcode
from plein.foundation.places.postcodes import known, points


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
    where = Whereabouts(tree.of(town_id))
    codes = {spot.postcode for sheet in sheets for spot in sheet.locations if not spot.wijk}
    rows = known(codes)
    return [_wijk(sheet, where, rows) for sheet in sheets]


def _wijk(sheet: Sheet, where: Whereabouts, rows: dict[str, Postcode]) -> Community | None:
    """Of the first place of which we know it; else of what it says about its area."""
    found = (_wijk_of_place(spot, where, rows.get(spot.postcode)) for spot in sheet.locations)
    return next((part for part in found if part), None) or where.called(sheet.area_words)


def _wijk_of_place(spot: Spot, where: Whereabouts, row: Postcode | None) -> Community | None:
    """What a person chose, what a list of postcodes says, or the outline around it."""
    if spot.wijk and (chosen := where.by_slug.get(spot.wijk)):
        return chosen
    if row and row.code == spot.postcode and (told := where.called(row.wijk)):
        return told
    if spot.lat is not None and spot.lon is not None and (part := where.at(spot.lat, spot.lon)):
        return part
    if row is None:
        return None
    return where.called(row.wijk) or (where.at(*row.point) if row.point else None)
