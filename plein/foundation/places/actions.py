"""Writing where postcodes lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from plein.foundation.places.models import Postcode
from plein.foundation.places.reading_postcodes import Lies

BATCH = 500


@dataclass(frozen=True)
class Noted:
    new: int
    changed: int
    same: int


@transaction.atomic
def note_postcodes(rows: Sequence[Lies]) -> Noted:
    """Each row once; what a list does not tell stays as it was."""
    new, changed, same = [], [], 0
    for start in range(0, len(rows), BATCH):
        part = {row.code: row for row in rows[start : start + BATCH]}
        known = {p.code: p for p in Postcode.objects.filter(code__in=part)}
        for code, row in part.items():
            if (before := known.get(code)) is None:
                new.append(Postcode(code=code, lat=row.lat, lon=row.lon, wijk=row.wijk))
            elif _take_over(before, row):
                changed.append(before)
            else:
                same += 1
    Postcode.objects.bulk_create(new, batch_size=BATCH)
    Postcode.objects.bulk_update(changed, ["lat", "lon", "wijk"], batch_size=BATCH)
    return Noted(len(new), len(changed), same)


def _take_over(known: Postcode, row: Lies) -> bool:
    """Whether the row says something else."""
    before = known.lat, known.lon, known.wijk
    if row.lat is not None:
        known.lat, known.lon = row.lat, row.lon
    known.wijk = row.wijk or known.wijk
    return before != (known.lat, known.lon, known.wijk)
