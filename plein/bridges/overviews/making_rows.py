"""From a listing to the columns of its row and its moments. Values in, values out."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils import timezone

from plein.foundation.communities.models import Content
from plein.lib.listing import Fact, Listing, ListingSource, Moment
from plein.lib.week import bits_at

SAME = ("kind", "author", "reach", "audience", "openable", "theme", "when_bits", "url") + (
    *("picture", "picture_alt", "words", "public_words", "changed_at", "organisation"),
    *("status", "sinks"),
)
"""Columns of a row that are the listing's own."""
MOST_MOMENTS = 800
MOST_PLACES = 12
"""Besides the first."""
MomentKey = tuple[datetime, datetime | None, bool, str, int]


def fields(source: ListingSource, listing: Listing) -> dict[str, Any]:
    """The columns of a row."""
    kept = {name: getattr(listing, name) for name in SAME}
    return (
        kept
        | _shortened(listing)
        | _open_to_choice(listing)
        | {
            "town_id": listing.town,
            "community_id": listing.community,
            "area_id": listing.area,
            "house": source.house,
            "facts": _kept(listing.facts),
            "public_title": dict(listing.public_title or {}),
            "public_facts": _kept(listing.public_facts),
            "desk_facts": _kept(listing.desk_facts),
            "desk_only": _kept(listing.desk_only),
        }
    )


def moments(listing: Listing) -> list[MomentKey]:
    """When it happens, soonest first; as the columns of a moment."""
    kept = sorted(listing.moments, key=lambda moment: moment.starts_at)[:MOST_MOMENTS]
    return [(each.starts_at, each.ends_at, each.all_day, each.url, _bits(each)) for each in kept]


def _bits(moment: Moment) -> int:
    """In which part of the week: of a series each moment is found by its own."""
    return bits_at(timezone.localtime(moment.starts_at), all_day=moment.all_day)


def _shortened(listing: Listing) -> dict[str, Any]:
    return {
        "title": listing.title[:120],
        "summary": listing.summary[:300],
        "byline": listing.byline[:120],
        "place": listing.place[:250],
        "phone": listing.phone[:30],
        "mail": listing.mail[:254],
        "website": listing.website[:200],
    }


def _open_to_choice(listing: Listing) -> dict[str, Any]:
    """By which people choose. Of a private thing only theme, wijk and part of the week (H15)."""
    public = listing.audience == Content.Audience.PUBLIC
    lat, lon = listing.point if listing.point and public else (None, None)
    return {
        "more_themes": _keys(listing.more_themes, 200),
        "groups": _keys(listing.groups if public else (), 500),
        "languages": _keys(listing.languages if public else (), 60),
        "access": _keys(listing.access if public else (), 200),
        "cost": listing.cost if public else "",
        "lat": lat,
        "lon": lon,
        "more_areas": _also(each.hex for each in listing.more_areas) if public else "",
        "more_points": _also(f"{n:.5f},{e:.5f}" for n, e in listing.more_points) if public else "",
        "opening": [list(asdict(each).values()) for each in listing.opening],
        "closed": [day.isoformat() for day in listing.closed],
    }


def _also(parts: Iterable[str]) -> str:
    return "".join(f"|{part}" for part in islice(parts, MOST_PLACES))


def _keys(keys: tuple[str, ...], most: int) -> str:
    """|key|key|, whole keys only."""
    while keys and len("|".join(keys)) + 2 > most:
        keys = keys[:-1]
    return f"|{'|'.join(keys)}|" if keys else ""


def _kept(facts: tuple[Fact, ...]) -> list[list[Any]]:
    return [[fact.pictogram, dict(fact.words)] for fact in facts]
