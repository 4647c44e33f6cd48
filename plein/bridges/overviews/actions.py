"""Keeping the index: a row is always made from the thing as it is now."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from plein.bridges.overviews.models import Row
from plein.bridges.overviews.sources import sources
from plein.foundation.communities import tree
from plein.foundation.communities.actions import note_filled
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import ENOUGH
from plein.lib.listing import Fact, Listing, ListingSource

SAME = ("kind", "author", "reach", "audience", "openable", "theme", "when_bits", "url") + (
    *("picture", "picture_alt", "words", "public_words", "changed_at"),
)
"""Columns of a row that are the listing's own."""


def remake(change: str, pk: object) -> None:
    """Something changed: make its row anew, or take it away. Twice makes no difference."""
    key = UUID(str(pk))
    before = Row.objects.filter(pk=key).values_list("town_id", "house").first()
    found = None
    for source in sources():
        if source.change == change:
            found = found or _listing_of(source, key)
    touched = {before} if before else set()
    if found:
        source, listing = found
        Row.objects.update_or_create(pk=listing.id, defaults=fields(source, listing))
        touched.add((listing.town, source.house))
    elif before:
        Row.objects.filter(town=before[0], pk=key).delete()
    if not (found and before):
        for town_id, house in touched:
            fill(town_id, house)


def _listing_of(source: ListingSource, key: UUID) -> tuple[ListingSource, Listing] | None:
    listing = source.one(key)
    return (source, listing) if listing else None


@transaction.atomic
def index_town(town_id: UUID) -> int:
    """Make every row of a town anew, from nothing."""
    Row.objects.filter(town=town_id).delete()
    made = 0
    for source in sources():
        rows = [Row(id=each.id, **fields(source, each)) for each in source.all(town_id)]
        Row.objects.bulk_create(rows, batch_size=500)
        made += len(rows)
    for house in {source.house for source in sources()}:
        fill(town_id, house)
    return made


def fill(town_id: UUID, house: str) -> None:
    """Tell each community whether there is enough behind this house."""
    for community in tree.of(town_id).all.values():
        rows = Row.objects.in_community(community).filter(house=house)
        note_filled(community, house, len(rows.values_list("pk")[:ENOUGH]))


def wrong(change: str) -> Iterator[UUID]:
    """Things of which the row is not what it should be, for the nightly sweep."""
    for town_id in Community.objects.filter(kind=Community.Kind.TOWN).values_list("pk", flat=True):
        for source in sources():
            if source.change == change:
                yield from _wrong_in(town_id, source)


def _wrong_in(town_id: UUID, source: ListingSource) -> Iterator[UUID]:
    rows = {row.pk: row for row in Row.objects.filter(town=town_id, kind=source.kind)}
    for listing in source.all(town_id):
        row = rows.pop(listing.id, None)
        if row is None or any(
            getattr(row, name) != value for name, value in fields(source, listing).items()
        ):
            yield listing.id
    yield from rows


def fields(source: ListingSource, listing: Listing) -> dict[str, Any]:
    """The columns of a row."""
    kept = asdict(listing)
    groups = f"|{'|'.join(listing.groups)}|" if listing.groups else ""
    return {name: kept[name] for name in SAME} | {
        "town_id": listing.town,
        "community_id": listing.community,
        "area_id": listing.area,
        "house": source.house,
        "groups": groups[:500],
        "title": listing.title[:120],
        "summary": listing.summary[:300],
        "byline": listing.byline[:120],
        "facts": _kept(listing.facts),
        "public_title": dict(listing.public_title or {}),
        "public_facts": _kept(listing.public_facts),
    }


def _kept(facts: tuple[Fact, ...]) -> list[list[Any]]:
    return [[fact.pictogram, dict(fact.words)] for fact in facts]
