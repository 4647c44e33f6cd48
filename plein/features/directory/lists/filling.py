"""What an entry says after a list: the empty fields are filled, or the list is taken over."""

from dataclasses import fields, replace

from plein.features.directory.sheet import Sheet, Spot
from plein.lib.listing import fold

NOT_FROM_A_LIST = {"vital"}
FILLED_SPOT = ("name", "street", "postcode", "place", "opening", "opening_words")


def filled(now: Sheet, listed: Sheet, *, take_over: bool) -> Sheet:
    """`take_over`: what the list says wins; an empty cell never empties what we know."""
    changes: dict[str, object] = {}
    for each in fields(Sheet):
        said, new = getattr(now, each.name), getattr(listed, each.name)
        if each.name in NOT_FROM_A_LIST or not new or each.name in ("locations", "services"):
            continue
        if take_over or not said:
            changes[each.name] = new
    if not take_over or now.name == listed.name:
        changes.pop("name", None)
    changes["locations"] = _places(now.locations, listed.locations, take_over=take_over)
    names = {service.name.casefold() for service in now.services}
    new_ones = tuple(s for s in listed.services if s.name.casefold() not in names)
    if take_over or not now.services:
        changes["services"] = now.services + new_ones
    return now.changed(**changes)


def _places(
    now: tuple[Spot, ...], listed: tuple[Spot, ...], *, take_over: bool
) -> tuple[Spot, ...]:
    """The first place of a row fills the first one that we know; others that are new come too."""
    if not now or not listed:
        return now or listed
    first, new = now[0], listed[0]
    changes = {
        name: getattr(new, name)
        for name in FILLED_SPOT
        if getattr(new, name) and (take_over or not getattr(first, name))
    }
    if changes.get("postcode", first.postcode) != first.postcode:
        changes |= {"lat": None, "lon": None}
    known = {_where(spot) for spot in now}
    others = tuple(spot for spot in listed[1:] if _where(spot) not in known)
    return (replace(first, **changes), *now[1:], *others)


def _where(spot: Spot) -> tuple[str, str]:
    return fold(spot.street), spot.postcode or fold(spot.place)
