"""What a desk worker sees of each thing at a glance; who can be called now stands on top."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from plein.bridges.overviews.cards import CLOCKS
from plein.bridges.overviews.choices import ACCESS, ACCESS_PICTOGRAMS, COSTS, LANGUAGES, path_of
from plein.bridges.overviews.models import Row
from plein.lib.listing import in_my_language
from plein.ui.card import Fact


@dataclass(frozen=True)
class Result:
    row: Row
    phone_url: str
    open_words: str
    facts: Sequence[Fact]
    notes: Sequence[Fact]
    """For professionals and connectors only; never in a basket."""
    calls_now: bool
    chosen: bool = False


def open_until(
    opening: Sequence[Sequence[int]], now: datetime, closed: Collection[str] = ()
) -> int | None:
    """Minute of the local day until which somebody answers; None when it is closed now.

    On the days in `closed` (2026-12-26) the usual hours do not hold.
    """
    local = timezone.localtime(now)
    minute = local.hour * 60 + local.minute
    today, ends = local.date(), []
    # Open past midnight: the hours of yesterday run on.
    for date, passed in ((today, 0), (today - timedelta(days=1), 1440)):
        if date.isoformat() not in closed:
            hours = ((o - passed, c - passed) for day, o, c in opening if day == date.weekday())
            ends += [closes for opens, closes in hours if opens <= minute < closes]
    return max(ends, default=None)


def result(
    row: Row, now: datetime, *, chosen: bool = False, notes: Collection[UUID] = ()
) -> Result:
    """With the notes of what stands in one of the places in `notes`, by its own wijk or who let
    it in."""
    until = open_until(row.opening, now, row.closed)
    calls = bool(row.phone) and until is not None
    return Result(
        row=row,
        phone_url=f"tel:{''.join(s for s in row.phone if s.isdigit() or s == '+')}",
        open_words=_("Open now until %(time)s") % {"time": _clock(until)} if until else "",
        facts=tuple(_facts(row)),
        notes=_said(row.desk_only) if {row.community_id, row.area_id} & {*notes} else (),
        calls_now=calls,
        chosen=chosen,
    )


def results(
    rows: Sequence[Row], now: datetime, chosen: set[str], *, notes: Collection[UUID] = ()
) -> list[Result]:
    """Who can be called now first; all else stays in its order."""
    made = [result(row, now, chosen=str(row.pk) in chosen, notes=notes) for row in rows]
    return sorted(made, key=lambda each: not each.calls_now)


def _facts(row: Row) -> list[Fact]:
    path = None if _says_cost(row) else path_of(COSTS, row.cost)
    cost = [Fact("coins", str(COSTS[path][0]))] if path else []
    spoken = [LANGUAGES.get(key, key) for key in _keys(row.languages)]
    told = _says_languages(row) or spoken == [LANGUAGES["nl"]]
    languages = [Fact("chats", ", ".join(spoken))] if spoken and not told else []
    access = [
        Fact(ACCESS_PICTOGRAMS[path], str(ACCESS[path][0]))
        for key in _keys(row.access)
        if (path := path_of(ACCESS, key))
    ]
    place = [Fact("map-pin", row.place)] if row.place else []
    when = [fact for fact in _said(row.facts) if fact.pictogram.startswith(CLOCKS)]
    return [*when, *place, *cost, *_said(row.desk_facts), *languages, *access]


def _says_cost(row: Row) -> bool:
    """Its own words about the price are better than ours, and once is enough."""
    return any(name in ("coins", "gift") for name, _words in row.desk_facts)


def _says_languages(row: Row) -> bool:
    return any(name == "translate" for name, _words in row.desk_facts)


def _said(facts: Sequence[Sequence[Any]]) -> tuple[Fact, ...]:
    return tuple(Fact(str(name), in_my_language(words)) for name, words in facts)


def _keys(kept: str) -> list[str]:
    return [key for key in kept.strip("|").split("|") if key]


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24}.{minutes % 60:02}"
