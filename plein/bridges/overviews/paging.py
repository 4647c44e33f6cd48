"""One page of what was found: rows, moments and cards, by day where there are days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading, card
from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.periods import Period, shown_day
from plein.bridges.overviews.queries import A_PAGE, Found
from plein.bridges.overviews.search.hits import Hit
from plein.ui.card import Card


@dataclass(frozen=True)
class Day:
    """Cards under one heading; without a day there is one heading-less list."""

    cards: Sequence[Card]
    day: date | None = None


@dataclass(frozen=True)
class Page:
    days: Sequence[Day]
    rows: Sequence[Row]
    after: str = ""
    """The last card, when more follow."""
    cards: Sequence[Card] = field(default=())


def page_of(found: Found, reading: Reading, *, size: int = A_PAGE) -> Page:
    hits = found.hits[found.seen :][: size + 1]
    here = hits[:size]
    times = _moments(reading.town_id, here)
    rows = {moment.row_id: moment.row for moment in times.values()}
    others = [hit.row for hit in here if not hit.moment]
    rows |= {row.pk: row for row in queries.rows_of(reading.town_id, others)}
    told = [(hit, rows[hit.row]) for hit in here if hit.row in rows]
    cards = [(card(row, reading, times.get(hit.card)), times.get(hit.card)) for hit, row in told]
    return Page(
        days=_by_day(cards, found.filters.period),
        rows=[row for _hit, row in told],
        after=str(here[-1].card) if len(hits) > size else "",
        cards=[made for made, _moment in cards],
    )


def _moments(town_id: UUID, hits: Sequence[Hit]) -> dict[UUID, Moment]:
    keys = [hit.card for hit in hits if hit.moment]
    if not keys:
        return {}
    moments = Moment.objects.filter(town=town_id, pk__in=keys).select_related("row")
    return {moment.pk: moment for moment in moments}


def _by_day(cards: Sequence[tuple[Card, Moment | None]], period: Period | None) -> list[Day]:
    def day_of(told: tuple[Card, Moment | None]) -> date | None:
        moment = told[1]
        return shown_day(moment.starts_at, period) if moment else None

    return [Day([made for made, _ in told], day) for day, told in groupby(cards, day_of)]
