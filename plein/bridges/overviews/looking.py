"""Searching for somebody who sits beside you: what was found, and what they take along so far."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from plein.bridges.overviews import access, queries
from plein.bridges.overviews.desk import Result, result, results
from plein.bridges.overviews.filters import Filters, Lists
from plein.bridges.overviews.houses import EVERYTHING
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.reading import read
from plein.foundation.communities.models import Community

MOST_SHOWN = 30
TOLD, ASK = "about", "ask"
"""News and stories are to read, and an ask is no help; nobody goes there with a list."""


@dataclass(frozen=True)
class Looked:
    """What a desk or matchpoint shows: public things only, whoever sits there."""

    filters: Filters
    lists: Lists
    results: list[Result]
    chosen: list[Row]
    """All that lies in the basket."""
    carried: list[Row]
    """What lies in the basket and was not found just now."""
    meant: str
    count: int = 0
    """How many were found; at most `results` of them are shown."""
    cut: bool = False
    """There are even more."""


def look(
    community: Community,
    said: Mapping[str, str],
    keys: Iterable[str],
    *,
    notes: Collection[UUID] = (),
    most: int = MOST_SHOWN,
) -> Looked:
    """`said` as in the address of an overview; `keys` lie in the basket already.

    `notes` are the places of which the reader also sees what only colleagues may read (none where a
    resident reads along).
    """
    lists = lists_for(community, EVERYTHING)
    filters = read(said, lists)
    chosen = access.basket(community, keys)
    rows, keys_found, meant, cut = [], [], "", False
    if filters.asked or filters.any:
        eyes = queries.eyes_of(None, community)
        found = queries.find(eyes, EVERYTHING, queries.only_public(filters))
        helps = [hit for hit in found.hits if hit.house != TOLD and hit.kind != ASK]
        keys_found, cut = queries.once(helps), found.cut
        rows = queries.rows_of(community.town_id, keys_found[:most])
        meant = "" if rows else queries.meant(found)
    shown = {row.pk for row in rows}
    return Looked(
        filters=filters,
        lists=lists,
        results=results(rows, timezone.now(), {str(row.pk) for row in chosen}, notes=notes),
        chosen=chosen,
        carried=[row for row in chosen if row.pk not in shown],
        meant=meant,
        count=len(keys_found),
        cut=cut,
    )


def taken_along(community: Community, keys: Iterable[str]) -> list[Result]:
    """The basket as it goes on paper, without notes for colleagues."""
    now = timezone.now()
    return [result(row, now) for row in access.basket(community, keys)]
