"""Time as a place is awake: nights, weekends and closing days do not count. Values in, values out.

Deadlines are written as people say them: "after 24 hours" is one waking day, "48 hours" is two. So
an ask of Friday at five climbs its first step on Monday at five, and nobody is expected at night.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

MOST_DAYS = 400
"""Further than this no deadline looks; a place that is never awake gets plain hours instead."""


@dataclass(frozen=True, slots=True)
class Waking:
    """`wakes` and `sleeps` are local hours (0 to 24), `days` 7 bits with Monday first."""

    wakes: int
    sleeps: int
    days: int
    closing_days: Collection[date]
    zone: tzinfo

    @property
    def day_length(self) -> timedelta:
        return timedelta(hours=self.sleeps - self.wakes)

    def after(self, start: datetime, hours: float) -> datetime:
        """The moment at which so many hours have passed, 24 hours being one waking day.

        `start` is aware; the answer is in UTC and always inside waking hours.
        """
        left = self.day_length * (hours / 24)
        day = start.astimezone(self.zone).date()
        for _number in range(MOST_DAYS):
            if self._is_awake(day):
                opens, closes = self._hours_of(day)
                begins = max(opens, start)
                if begins + left <= closes and begins <= closes:
                    return (begins + left).astimezone(UTC)
                left -= max(closes - begins, timedelta(0))
            day += timedelta(days=1)
        return (start + timedelta(hours=hours)).astimezone(UTC)

    def is_awake(self, moment: datetime) -> bool:
        """Whether something may be asked or expected now; `moment` is aware."""
        local = moment.astimezone(self.zone)
        return self._is_awake(local.date()) and self.wakes <= local.hour < self.sleeps

    def _is_awake(self, day: date) -> bool:
        return bool(self.days >> day.weekday() & 1) and day not in self.closing_days

    def _hours_of(self, day: date) -> tuple[datetime, datetime]:
        midnight = datetime.combine(day, time(), self.zone)
        closes = (
            midnight + timedelta(days=1)
            if self.sleeps == 24
            else midnight.replace(hour=self.sleeps)
        )
        return midnight.replace(hour=self.wakes).astimezone(UTC), closes.astimezone(UTC)
