"""When somebody wants to do something: today, this weekend, a day, a week, a month."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: dict[str, str | Promise] = {
    "vandaag": _("Today"),
    "weekend": _("This weekend"),
    "dag": _("Day"),
    "week": _("Week"),
    "maand": _("Month"),
}
MOST_AHEAD = timedelta(days=800)


@dataclass(frozen=True)
class Period:
    """From the first day up to the day after the last; local days."""

    name: str
    first: date
    until: date

    def query(self) -> dict[str, str]:
        """As it stands in the address."""
        if self.name in ("vandaag", "weekend"):
            return {"wanneer": self.name}
        return {"wanneer": self.name, "dag": self.first.isoformat()}

    @property
    def words(self) -> str:
        last = self.until - timedelta(days=1)
        if self.name == "maand":
            return date_format(self.first, "F Y")
        if self.first == last:
            return date_format(self.first, "l j F")
        return f"{date_format(self.first, 'j F')} – {date_format(last, 'j F')}"

    @property
    def is_now(self) -> bool:
        return self.first <= timezone.localdate() < self.until

    def before(self) -> "Period":
        return period(self._kind, self.first - timedelta(days=1))

    def later(self) -> "Period":
        return period(self._kind, self.until)

    @property
    def _kind(self) -> str:
        return {"vandaag": "dag", "weekend": "week"}.get(self.name, self.name)


def period(name: str, day: date) -> Period:
    """The period of this name in which a day lies."""
    if name == "maand":
        first = day.replace(day=1)
        return Period(name, first, first + timedelta(days=monthrange(day.year, day.month)[1]))
    if name == "week":
        first = day - timedelta(days=day.weekday())
        return Period(name, first, first + timedelta(days=7))
    if name == "weekend":
        first = max(day, day + timedelta(days=5 - day.weekday())) if day.weekday() < 6 else day
        return Period(name, first, day + timedelta(days=7 - day.weekday()))
    return Period(name, day, day + timedelta(days=1))


def read_period(name: str, day: str, today: date) -> Period | None:
    """As it stands in the address; nothing when it is odd."""
    if name not in NAMES:
        return None
    try:
        chosen = date.fromisoformat(day) if day and name in ("dag", "week", "maand") else today
    except ValueError:
        chosen = today
    near = abs(chosen - today) < MOST_AHEAD
    return period(name, chosen) if near else None


def shown_day(starts_at: datetime, chosen: Period | None) -> date:
    """Under which day it stands: what goes on already, under the first that is shown."""
    today = timezone.localdate()
    first = today if chosen is None or chosen.first <= today < chosen.until else chosen.first
    return max(timezone.localtime(starts_at).date(), first)


def bounds(chosen: Period | None) -> tuple[datetime, datetime]:
    """[from, until) as moments; without a period everything from now on."""
    now = timezone.now()
    if chosen is None:
        return now, now + MOST_AHEAD
    zone = timezone.get_current_timezone()
    start, end = (datetime.combine(day, time(), zone) for day in (chosen.first, chosen.until))
    return (max(start, now), end) if start <= now < end else (start, end)
