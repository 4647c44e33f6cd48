"""All listings of all apps, found by name: `listings.py`, with `LISTINGS`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from plein.lib.listing import ListingSource


@cache
def sources() -> tuple[ListingSource, ...]:
    """In the order of the installed apps. A new feature joins by writing the file."""
    found: list[ListingSource] = []
    for config in apps.get_app_configs():
        if config.name.startswith("plein.") and find_spec(f"{config.name}.listings"):
            found += import_module(f"{config.name}.listings").LISTINGS
    return tuple(found)


def sources_of(house: str) -> tuple[ListingSource, ...]:
    return tuple(source for source in sources() if source.house == house)


def source_of(kind: str, house: str) -> ListingSource | None:
    """An activity may come from two sources: with dates in the agenda, without in the showcase."""
    here = (source for source in sources() if source.kind == kind and source.house == house)
    return next(here, None)


def changes() -> set[str]:
    return {source.change for source in sources()}
