"""An overview as iCalendar: an event for each moment, with a zone, and always the same key."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from django.utils import timezone

from plein.bridges.overviews.files.taken import Taken, moments_in
from plein.bridges.overviews.models import Moment, Row
from plein.foundation.communities.links import origin

if TYPE_CHECKING:
    from icalendar import Calendar, Event


AHEAD = timedelta(days=200)
EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""As a rule, which every program understands; a list of days is read wrongly by some."""


def as_calendar(file: Taken) -> bytes:
    """DTSTAMP is the last change and not now: else no calendar program could stay in step."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Plein//Plein//NL")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, file.title)
    calendar.add("x-wr-timezone", timezone.get_current_timezone_name())
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    times = moments_in(file, AHEAD)
    for row in file.rows:
        for moment in times.get(row.pk, ()):
            calendar.add_component(_event(file, row, moment))
    _add_zone(calendar)
    return bytes(calendar.to_ical())


def _add_zone(calendar: "Calendar") -> None:
    from icalendar import Timezone

    if timezone.get_current_timezone_name() == "Europe/Amsterdam":
        zone = Timezone.from_ical(AMSTERDAM.replace("\n", "\r\n"))
        calendar.subcomponents.insert(0, zone)
    else:
        calendar.add_missing_timezones()


def _event(file: Taken, row: Row, moment: Moment) -> "Event":
    from icalendar import Event

    event = Event()
    host = origin(file.community).split("//")[1].split(":")[0]
    event.add("uid", f"{uuid5(row.pk, moment.starts_at.isoformat())}@{host}")
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    # Grows with each change, and is the same for whoever asks.
    event.add("sequence", max(0, int((row.changed_at - EARLIEST).total_seconds())))
    start = timezone.localtime(moment.starts_at)
    end = timezone.localtime(moment.ends_at or moment.starts_at + timedelta(hours=1))
    if moment.all_day:
        last = (end - timedelta(seconds=1)).date() if moment.ends_at else start.date()
        event.add("dtstart", start.date())
        event.add("dtend", last + timedelta(days=1))
    else:
        event.add("dtstart", start)
        event.add("dtend", end)
    event.add("summary", row.title)
    event.add("url", file.absolute(moment.url or row.url))
    event.add("status", "CANCELLED" if row.status == "cancelled" else "CONFIRMED")
    for name, words in (("description", row.summary), ("location", row.place)):
        if words:
            event.add(name, words)
    if row.lat is not None and row.lon is not None:
        event.add("geo", (row.lat, row.lon))
    if row.theme:
        event.add("categories", [_theme(file, row)])
    return event


def _theme(file: Taken, row: Row) -> str:
    return next((t.name for t in file.lists.themes if t.key == row.theme), row.theme)
