"""Keeping the index: a row is always made from the thing as it is now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast
from uuid import UUID

from django.db import transaction

from plein.bridges.overviews.making_rows import MomentKey, fields, moments
from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.search import vocabulary
from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.tokens import tokens_of
from plein.bridges.overviews.sources import sources
from plein.foundation.communities import tree
from plein.foundation.communities.actions import note_filled
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import ENOUGH
from plein.lib.listing import Listing, ListingSource


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
        keep(source, listing)
        touched.add((listing.town, source.house))
    elif before:
        forget(before[0], key)
    if touched != {before} or not found:
        for town_id, house in touched:
            fill(town_id, house, only_more=not before)


@transaction.atomic
def keep(source: ListingSource, listing: Listing) -> None:
    """The row of a listing with its moments, and nothing of what it was before."""
    row, _made = Row.objects.update_or_create(pk=listing.id, defaults=fields(source, listing))
    if _moments_of(listing.town, [listing.id])[listing.id] != moments(listing):
        Moment.objects.filter(town=listing.town, row=listing.id).delete()
        Moment.objects.bulk_create(_as_models(listing))
    write_index(listing.town, [row])


@transaction.atomic
def forget(town_id: UUID, key: UUID) -> None:
    engine().forget(town_id, [key])
    Row.objects.filter(town=town_id, pk=key).delete()


def write_index(town_id: UUID, rows: Sequence[Row], *, anew: bool = False) -> None:
    """By which words and choices rows are found."""
    # The analyser is heavy, and only for the worker.
    from plein.bridges.overviews.search.analysing import forms, keys

    engine().write(town_id, {row.pk: tokens_of(row, keys) for row in rows})
    if not anew:
        vocabulary.learn(town_id, rows, forms)


def _as_models(listing: Listing) -> Iterator[Moment]:
    for starts_at, ends_at, all_day, url, when_bits in moments(listing):
        yield Moment(
            town_id=listing.town,
            row_id=listing.id,
            starts_at=starts_at,
            ends_at=ends_at,
            all_day=all_day,
            url=url,
            when_bits=when_bits,
        )


def _listing_of(source: ListingSource, key: UUID) -> tuple[ListingSource, Listing] | None:
    listing = source.one(key)
    return (source, listing) if listing else None


@transaction.atomic
def index_town(town_id: UUID) -> int:
    """Make every row of a town anew, from nothing."""
    engine().clear(town_id)
    Row.objects.filter(town=town_id).delete()
    made = 0
    for source in sources():
        listings = list(source.all(town_id))
        rows = [Row(id=each.id, **fields(source, each)) for each in listings]
        Row.objects.bulk_create(rows, batch_size=500)
        times = [moment for each in listings for moment in _as_models(each)]
        Moment.objects.bulk_create(times, batch_size=500)
        made += len(rows)
    index_words(town_id)
    for house in {source.house for source in sources()}:
        fill(town_id, house)
    return made


@transaction.atomic
def index_words(town_id: UUID) -> None:
    """The index of words and the list of words of a town anew, from its rows."""
    from plein.bridges.overviews.search.analysing import forms

    engine().clear(town_id)
    rows = Row.objects.filter(town=town_id).order_by("pk")
    for part in batched(rows.iterator(chunk_size=500), 500):
        write_index(town_id, part, anew=True)
    vocabulary.relearn(town_id, rows.iterator(chunk_size=500), forms)


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Lists of at most so many."""
    waiting = iter(rows)
    while part := list(islice(waiting, size)):
        yield part


def fill(town_id: UUID, house: str, *, only_more: bool = False) -> None:
    """Tell each community whether there is enough behind this house; more leaves enough enough."""
    for community in tree.of(town_id).all.values():
        if only_more and community.filled.get(house, 0) >= ENOUGH:
            continue
        rows = Row.objects.in_community(community).filter(house=house)
        note_filled(community, house, len(rows.values_list("pk")[:ENOUGH]))


def wrong(change: str) -> Iterator[UUID]:
    """Things of which the row is not what it should be, for the nightly sweep."""
    for town_id in Community.objects.filter(kind=Community.Kind.TOWN).values_list("pk", flat=True):
        for source in sources():
            if source.change == change:
                yield from _wrong_in(town_id, source)


def _wrong_in(town_id: UUID, source: ListingSource) -> Iterator[UUID]:
    found = Row.objects.filter(town=town_id, kind=source.kind, house=source.house)
    rows = {row.pk: row for row in found}
    times = _moments_of(town_id, rows)
    for listing in source.all(town_id):
        row = rows.pop(listing.id, None)
        right = row is not None and times[listing.id] == moments(listing)
        if not right or any(
            getattr(row, name) != value for name, value in fields(source, listing).items()
        ):
            yield listing.id
    yield from rows


def _moments_of(town_id: UUID, keys: Iterable[UUID]) -> defaultdict[UUID, list[MomentKey]]:
    kept: defaultdict[UUID, list[MomentKey]] = defaultdict(list)
    chosen = list(keys)
    for start in range(0, len(chosen), 5_000):
        part = Moment.objects.filter(town=town_id, row__in=chosen[start : start + 5_000])
        for row, *said in part.order_by("starts_at").values_list(
            "row_id", "starts_at", "ends_at", "all_day", "url", "when_bits"
        ):
            kept[row].append(cast(MomentKey, tuple(said)))
    return kept


def relearn(town_id: UUID) -> None:
    """The list of words of a town anew: words that nobody uses any more go."""
    from plein.bridges.overviews.search.analysing import forms

    rows = Row.objects.filter(town=town_id).order_by("pk").iterator(chunk_size=500)
    vocabulary.relearn(town_id, rows, forms)
