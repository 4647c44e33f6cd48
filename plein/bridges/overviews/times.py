"""When the things in a file or on paper happen: by the same rule as on the screen."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from plein.bridges.overviews.models import Moment
from plein.bridges.overviews.periods import Period, bounds
from plein.bridges.overviews.search.by_day import LONGEST
from plein.bridges.overviews.search.tokens import PARTS_OF_WEEK
from plein.lib.week import ALWAYS

MOST, PART = 5_000, 5_000
Times = dict[UUID, list[Moment]]


def moments_of(
    town_id: UUID,
    keys: Sequence[UUID],
    period: Period | None,
    part_of_week: str = "",
    *,
    ahead: timedelta | None = None,
) -> Times:
    """Of each row what goes on or is still to come in the period, soonest first.

    With a part of the week only the moments in it. With `ahead` no more than that far, and at
    most 5,000; but of each row at least its first.
    """
    start, until = bounds(period)
    mask = PARTS_OF_WEEK.get(part_of_week, ALWAYS)
    if ahead is None or period:
        return _grouped(_between(town_id, keys, start, until, mask))
    found = _grouped(_between(town_id, keys, start, timezone.now() + ahead, mask, most=MOST))
    later = [key for key in keys if key not in found]
    further = _grouped(_between(town_id, later, start, until, mask))
    return found | {key: moments[:1] for key, moments in further.items()}


def _between(
    town_id: UUID,
    keys: Sequence[UUID],
    start: datetime,
    until: datetime,
    mask: int,
    *,
    most: int | None = None,
) -> Iterator[Moment]:
    for begin in range(0, len(keys), PART):
        part = Moment.objects.annotate(fits=F("when_bits").bitand(mask)).filter(
            Q(when_bits=0) | Q(fits__gt=0),
            Q(starts_at__gte=start) | Q(ends_at__gt=start),
            town=town_id,
            row__in=keys[begin : begin + PART],
            starts_at__gte=start - LONGEST,
            starts_at__lt=until,
        )
        yield from part.order_by("starts_at", "pk")[:most]


def _grouped(moments: Iterator[Moment]) -> Times:
    found: Times = {}
    for moment in moments:
        found.setdefault(moment.row_id, []).append(moment)
    return found
