"""When a place answers its phone: seven days, each with times. Values in, values out.

A week is kept as seven lists of [from, until], in minutes since midnight; Monday first. An empty
list says that nobody said it.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Week = Sequence[Sequence[Sequence[int]]]

SHORT = (
    gettext_lazy("Mon"),
    gettext_lazy("Tue"),
    gettext_lazy("Wed"),
    gettext_lazy("Thu"),
    gettext_lazy("Fri"),
    gettext_lazy("Sat"),
    gettext_lazy("Sun"),
)
FURTHEST = 400
"""Days ahead in which we look for a moment."""


def words(week: Week) -> str:
    """Call Mon–Fri 9–12, Sat 10–11: in as few words as fit under a phone number."""
    if not any(week):
        return ""
    said, first = [], 0
    for day in range(1, 8):
        if day == 7 or week[day] != week[first]:
            if week[first]:
                said.append(f"{_days(first, day - 1)} {_times(week[first])}")
            first = day
    return _("Call %(hours)s") % {"hours": ", ".join(said)}


def _days(first: int, last: int) -> str:
    return str(SHORT[first]) if first == last else f"{SHORT[first]}–{SHORT[last]}"


def _times(pairs: Sequence[Sequence[int]]) -> str:
    return _(" and ").join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in pairs)


def _clock(minutes: int) -> str:
    hour, rest = divmod(minutes, 60)
    return f"{hour}.{rest:02d}" if rest else str(hour)


def is_open(week: Week, closed: Collection[date], moment: datetime, zone: tzinfo) -> bool:
    return any(
        opens <= moment < closes for opens, closes in _spans(week, closed, moment, zone, days=1)
    )


def after_half_a_day(
    week: Week, closed: Collection[date], start: datetime, zone: tzinfo
) -> datetime | None:
    """When half of what a usual day has of phone time has passed; None when it is never open."""
    lengths = [sum(closes - opens for opens, closes in day) for day in week if day]
    if not lengths:
        return None
    left = timedelta(minutes=sum(lengths) / len(lengths) / 2)
    for opens, closes in _spans(week, closed, start, zone, days=FURTHEST):
        begins = max(opens, start)
        if begins < closes:
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
    return None


def _spans(
    week: Week, closed: Collection[date], start: datetime, zone: tzinfo, *, days: int
) -> Iterator[tuple[datetime, datetime]]:
    """By the wall clock, in UTC: summer and winter."""
    first = start.astimezone(zone).date()
    for day in (first + timedelta(days=number) for number in range(days)):
        for opens, closes in [] if day in closed else week[day.weekday()]:
            yield _at(day, opens, zone), _at(day, closes, zone)


def _at(day: date, minutes: int, zone: tzinfo) -> datetime:
    if minutes >= 24 * 60:
        return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    return datetime.combine(day, time(*divmod(minutes, 60)), zone).astimezone(UTC)
