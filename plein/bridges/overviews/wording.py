"""Times, days and distances in words."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plein.bridges.overviews.models import Moment, Row
from plein.foundation.places.cells import Nearness
from plein.lib.clock import from_until

DISTANCES = {
    Nearness.CORNER: pgettext_lazy("distance", "Around the corner"),
    Nearness.WALK: gettext_lazy("Walking distance"),
    Nearness.BIKE: gettext_lazy("Cycling distance"),
    Nearness.FURTHER: pgettext_lazy("distance", "Further away"),
}


def said_moment(moment: Moment) -> str:
    """ "14.00 – 16.00", "all day", or with its days when it takes longer."""
    start = timezone.localtime(moment.starts_at)
    end = timezone.localtime(moment.ends_at) if moment.ends_at else None
    last = (end - timedelta(microseconds=1)).date() if end else start.date()
    if last > start.date():
        return _("%(first)s until %(last)s") % {
            "first": date_format(start.date(), "j F"),
            "last": date_format(last, "j F"),
        }
    if moment.all_day:
        return _("All day")
    if end is None:
        return _("%(time)s o'clock") % {"time": date_format(start, "TIME_FORMAT")}
    return from_until(date_format(start, "TIME_FORMAT"), date_format(end, "TIME_FORMAT"))


def said_day(day: date) -> str:
    """Today and tomorrow by name; the year when it is another one."""
    today = timezone.localdate()
    words = date_format(day, "l j F" if day.year == today.year else "l j F Y")
    if day == today:
        return _("Today, %(day)s") % {"day": words}
    if day == today + timedelta(days=1):
        return _("Tomorrow, %(day)s") % {"day": words}
    return words[:1].upper() + words[1:]


def opening_of(row: Row) -> str:
    """ "maandag 9.00 – 12.00 en 13.00 – 17.00; dinsdag …"; the same days together."""
    by_day: dict[int, list[str]] = {}
    for day, opens, closes in row.opening:
        by_day.setdefault(int(day), []).append(from_until(_clock(opens), _clock(closes)))
    spans: list[tuple[int, int, str]] = []
    for day in sorted(by_day):
        hours = _(" and ").join(by_day[day])
        if spans and spans[-1][1] == day - 1 and spans[-1][2] == hours:
            spans[-1] = (spans[-1][0], day, hours)
        else:
            spans.append((day, day, hours))
    return "; ".join(f"{_days(first, last)} {hours}" for first, last, hours in spans)


def _days(first: int, last: int) -> str:
    if first == last:
        return _weekday(first)
    joined = _("%(first)s and %(last)s") if last == first + 1 else _("%(first)s to %(last)s")
    return joined % {"first": _weekday(first), "last": _weekday(last)}


def _weekday(day: int) -> str:
    # The first of January 2024 was a Monday.
    monday = date(2024, 1, 1)
    return date_format(monday + timedelta(days=day), "l")


def _clock(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"
