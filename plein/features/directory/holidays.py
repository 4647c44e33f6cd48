"""Days on which counters are closed in the Netherlands. Values in, values out.

Easter by the "anonymous Gregorian" rule of Meeus, Jones and Butcher; good for every year from
1583. King's day moves to Saturday when it would be a Sunday; Liberation day is free once in
five years.
"""

from datetime import date, timedelta
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Names = dict[date, Promise]


def easter(year: int) -> date:
    """The first day of Easter."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    r = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * r) // 451
    month, day = divmod(h + r - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> Names:
    """{day: name} of one year."""
    first = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    found: Names = {
        date(year, 1, 1): _("New Year's Day"),
        first: _("Easter Sunday"),
        first + timedelta(days=1): _("Easter Monday"),
        kings_day: _("King's Day"),
        first + timedelta(days=39): _("Ascension Day"),
        first + timedelta(days=49): _("Whit Sunday"),
        first + timedelta(days=50): _("Whit Monday"),
        date(year, 12, 25): _("Christmas Day"),
        date(year, 12, 26): _("Boxing Day"),
    }
    if year % 5 == 0:
        found.setdefault(date(year, 5, 5), _("Liberation Day"))
    return found


def holiday_on(day: date) -> Promise | None:
    """Its name, or None on an ordinary day."""
    return holidays(day.year).get(day)
