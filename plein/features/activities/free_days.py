"""Free days that a club names in one word: Christmas weeks, summer, public holidays.

Calculated, so there is no list that grows old. School holidays in between differ by part of the
country and by school, so these are typed as pauses.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

CHRISTMAS, SUMMER, HOLIDAYS = "christmas", "summer", "holidays"
SKIPS = (CHRISTMAS, SUMMER, HOLIDAYS)


def is_free(day: date, skips: tuple[str, ...]) -> bool:
    """Whether one of these words means this day."""
    if SUMMER in skips and day.month in (7, 8):
        return True
    if HOLIDAYS in skips and day in holidays(day.year):
        return True
    return CHRISTMAS in skips and any(
        first <= day <= last for first, last in map(christmas_weeks, (day.year - 1, day.year))
    )


def christmas_weeks(year: int) -> tuple[date, date]:
    """Two weeks from the Saturday on or before Christmas, as the Dutch schools have them."""
    christmas = date(year, 12, 25)
    saturday = christmas - timedelta(days=(christmas.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=15)


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of the Netherlands."""
    sunday = easter(year)
    king = date(year, 4, 27)
    if king.weekday() == 6:
        king -= timedelta(days=1)
    around_easter = (sunday + timedelta(days=after) for after in (0, 1, 39, 49, 50))
    return frozenset(
        {date(year, 1, 1), king, date(year, 12, 25), date(year, 12, 26), *around_easter}
    )
