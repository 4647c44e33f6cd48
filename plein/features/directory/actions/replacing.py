"""Looking up again where organisations are, after the map of their town became better."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from plein.features.directory import placing
from plein.features.directory.actions.writing import BATCH, place_in_wijken
from plein.features.directory.models import Entry, Location
from plein.features.directory.sheet import Spot, sheet_of
from plein.foundation.jobs.actions import changed_many


def place_again(town_id: UUID) -> int:
    """All of a town, a part of them in each transaction; gives how many came elsewhere."""
    keys = list(Entry.objects.in_town(town_id).order_by("pk").values_list("pk", flat=True))
    moved = 0
    for start in range(0, len(keys), BATCH):
        moved += _place_part(town_id, keys[start : start + BATCH])
    return moved


@transaction.atomic
def _place_part(town_id: UUID, keys: Sequence[UUID]) -> int:
    locked = Entry.objects.in_town(town_id).select_for_update(of=("self",))
    entries = list(locked.filter(pk__in=keys).complete().order_by("pk"))
    if not entries:
        return 0
    found = _points(entries)
    Location.objects.bulk_update(found, ["lat", "lon"], batch_size=BATCH)
    moved = place_in_wijken([(entry, sheet_of(entry)) for entry in entries])
    Entry.objects.bulk_update(moved, ["area"], batch_size=BATCH)
    elsewhere = {entry.organisation_id for entry in moved}
    by_key = {entry.pk: entry.organisation_id for entry in entries}
    elsewhere |= {by_key[location.entry_id] for location in found}
    # Of several places the wijken are looked up by who lists them.
    several = {row.organisation_id for row in entries if len(row.locations.all()) > 1}
    changed_many("organisations.organisation", sorted(elsewhere | several))
    return len(elsewhere)


def _points(entries: Sequence[Entry]) -> list[Location]:
    """The places that have a point only now."""
    without = [row for entry in entries for row in entry.locations.all() if row.point is None]
    spots = placing.located_many([Spot(postcode=row.postcode) for row in without])
    found = []
    for row, spot in zip(without, spots, strict=True):
        if spot.lat is not None:
            row.lat, row.lon = spot.lat, spot.lon
            found.append(row)
    return found
