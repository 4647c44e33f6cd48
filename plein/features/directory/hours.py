"""Opening hours: reading what people type, and saying whether it is open now.

`Opening(day, opens, closes)`: day 0 is Monday, minutes since midnight, local time. A time after
midnight counts on: a bar open until 02:00 closes at 1560.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.features.directory.holidays import holiday_on
from plein.lib.clock import from_until
from plein.lib.times import DAY, NotHours, read_times
from plein.lib.week import DAYS

AHEAD, KNOWN_AHEAD = 14, 60
"""Days ahead in which a closed day is told beforehand, and in which the index knows it."""


class Opening(NamedTuple):
    day: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Pause:
    """Closed from the first day up to and including the last: a holiday, a move."""

    first: date
    last: date
    why: str = ""

    @classmethod
    def of(cls, row: Sequence[str]) -> Self:
        return cls(date.fromisoformat(row[0]), date.fromisoformat(row[1]), row[2])

    def row(self) -> list[str]:
        return [self.first.isoformat(), self.last.isoformat(), self.why]


@dataclass(frozen=True)
class Now:
    """Whether somebody is there at this moment, in words."""

    is_open: bool
    words: str


@dataclass(frozen=True)
class Line:
    """One line of the table: days with the same times."""

    days: str
    times: str


SHORT = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
DAY_NAME = r"(ma|di|wo|do|vr|za|zo)[a-z]*\.?"
DAYS_OF = re.compile(
    rf"^\s*{DAY_NAME}(?:\s*(-|–|t/m|tot en met|,|en|&)\s*{DAY_NAME})?\s*:?\s*", re.IGNORECASE
)


def read_week(text: str) -> list[Opening]:
    """A whole week on one line: "ma-vr 9:00-17:00; za 10-12"."""
    found: list[Opening] = []
    for part in re.split(r"[;|\n]", text):
        if not part.strip():
            continue
        days = DAYS_OF.match(part)
        if not days:
            raise NotHours(part.strip())
        pairs = read_times(part[days.end() :])
        found += [Opening(day, *pair) for day in _days(days) for pair in pairs]
    return sorted(set(found))


def _days(found: re.Match[str]) -> list[int]:
    first = SHORT[found[1].lower()]
    if not found[3]:
        return [first]
    last = SHORT[found[3].lower()]
    if found[2].lower() in (",", "en", "&"):
        return [first, last]
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def write_week(opening: Iterable[Opening]) -> str:
    """The same in a cell of a spreadsheet; `read_week` reads it back."""
    names, lines = list(SHORT), []
    times = _per_day(opening)
    first = 0
    for day in range(1, 8):
        if day == 7 or times[day] != times[first]:
            if times[first]:
                days = names[first] if day - 1 == first else f"{names[first]}-{names[day - 1]}"
                said = ", ".join(f"{clock(start)}-{clock(end)}" for start, end in times[first])
                lines.append(f"{days} {said}")
            first = day
    return "; ".join(lines)


def _per_day(opening: Iterable[Opening]) -> list[list[tuple[int, int]]]:
    """The times of Monday, of Tuesday, and so on."""
    rows = sorted(opening)
    return [[(o.opens, o.closes) for o in rows if o.day == day] for day in range(7)]


def clock(minutes: int) -> str:
    if minutes == DAY:
        return "24.00"
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"


def said_times(pairs: Iterable[tuple[int, int]]) -> str:
    """9.00–12.00 and 13.00–17.00, as on a door."""
    pairs = list(pairs)
    if pairs == [(0, DAY)]:
        return _("day and night")
    words = [from_until(clock(opens), clock(closes)) for opens, closes in pairs]
    return _(" and ").join(words) if words else _("closed")


def table(opening: Sequence[Opening]) -> list[Line]:
    """A week in as few lines as possible; days with the same times stand together."""
    times = _per_day(opening)
    lines, first = [], 0
    for day in range(1, 8):
        if day == 7 or times[day] != times[first]:
            lines.append(Line(_span(first, day - 1), said_times(times[first])))
            first = day
    return lines


def _span(first: int, last: int) -> str:
    start, end = str(DAYS[first]), str(DAYS[last])
    if first == last:
        return start
    if last == first + 6:
        return _("every day")
    if last == first + 1:
        return _("%(first)s and %(last)s") % {"first": start, "last": end}
    return _("%(first)s to %(last)s") % {"first": start, "last": end}


def now_open(
    opening: Sequence[Opening],
    at: datetime,
    *,
    pauses: Sequence[Pause] = (),
    open_on_holidays: bool = False,
) -> Now | None:
    """Open or closed at a local moment, and until when. None when no hours are known."""
    if not opening:
        return None
    if open_on_holidays and not pauses and _round_the_clock(opening):
        return Now(True, _("Open now, day and night"))
    today, minute = at.date(), at.hour * 60 + at.minute
    for back in (0, 1):
        day = today - timedelta(days=back)
        for start, end in _on(day, opening, pauses, open_on_holidays):
            if start <= minute + back * DAY < end:
                return Now(True, _("Open now, until %(time)s") % {"time": clock(end)})
    return Now(False, _next(opening, at, pauses, open_on_holidays))


def _round_the_clock(opening: Sequence[Opening]) -> bool:
    return all((day, 0, DAY) in opening for day in range(7))


def _next(opening: Sequence[Opening], at: datetime, pauses: Sequence[Pause], holidays: bool) -> str:
    minute = at.hour * 60 + at.minute
    for ahead in range(15):
        day = at.date() + timedelta(days=ahead)
        for start, _end in _on(day, opening, pauses, holidays):
            if ahead or start > minute:
                return _opens(day, ahead, clock(start))
    return _("Closed now")


def _opens(day: date, ahead: int, time: str) -> str:
    if ahead == 0:
        return _("Closed now, opens today at %(time)s") % {"time": time}
    if ahead == 1:
        return _("Closed now, opens tomorrow at %(time)s") % {"time": time}
    if ahead < 7:
        words = {"day": DAYS[day.weekday()], "time": time}
        return _("Closed now, opens on %(day)s at %(time)s") % words
    words = {"day": date_format(day, "j F"), "time": time}
    return _("Closed now, opens on %(day)s at %(time)s") % words


def _on(
    day: date, opening: Sequence[Opening], pauses: Sequence[Pause], holidays: bool
) -> list[tuple[int, int]]:
    if any(pause.first <= day <= pause.last for pause in pauses):
        return []
    if not holidays and holiday_on(day):
        return []
    return sorted((o.opens, o.closes) for o in opening if o.day == day.weekday())


def closed_soon(
    opening: Sequence[Opening],
    today: date,
    *,
    pauses: Sequence[Pause] = (),
    open_on_holidays: bool = False,
) -> list[str]:
    """Sentences about the days ahead on which it is closed although it usually is open."""
    told = [_pause(p) for p in pauses if p.last >= today and p.first <= today + timedelta(days=30)]
    usual = {o.day for o in opening}
    for ahead in range(AHEAD):
        day = today + timedelta(days=ahead)
        name = holiday_on(day)
        if name and day.weekday() in usual and not open_on_holidays:
            words: dict[str, Any] = {"day": date_format(day, "j F"), "name": name}
            told.append(_("Closed on %(day)s (%(name)s)") % words)
    return told


def closed_days(
    opening: Sequence[Opening],
    today: date,
    *,
    pauses: Sequence[Pause] = (),
    open_on_holidays: bool = False,
) -> Iterator[date]:
    """The days ahead, and yesterday, on which the usual hours do not hold."""
    usual = {o.day for o in opening}
    for ahead in range(-1, KNOWN_AHEAD):
        day = today + timedelta(days=ahead)
        if day.weekday() in usual and not _on(day, opening, pauses, open_on_holidays):
            yield day


def _pause(pause: Pause) -> str:
    first, last = date_format(pause.first, "j F"), date_format(pause.last, "j F")
    words = {"first": first, "last": last}
    said = _("Closed on %(first)s") if first == last else _("Closed from %(first)s to %(last)s")
    return f"{said % words}: {pause.why}" if pause.why else said % words


def said_week(opening: Sequence[Opening]) -> str:
    """The days that are open on one line, as a caller says it; empty without times."""
    lines = (line for line in table(opening) if line.times != said_times(()))
    return ", ".join(f"{line.days}: {line.times}" for line in lines)
