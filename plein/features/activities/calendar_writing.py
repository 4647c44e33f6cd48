"""An activity, or somebody's own registration, as an iCal file (RFC 5545).

The UID never changes, SEQUENCE only goes up, and DTSTAMP is the last change: a calendar that asks
again and again finds nothing new when nothing changed. Nobody who comes is ever in it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vRecur

from plein.features.activities import wording
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.features.activities.repeating import Times, skipped_days, times_on
from plein.foundation.communities.links import absolute

AHEAD = timedelta(days=548)
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
PRODUCT = "-//Plein//Activiteiten//NL"


def of_activity(activity: Activity, occurrences: Iterable[Occurrence]) -> bytes:
    """The whole of it: one event, or a series with its exceptions."""
    rows = [row for row in occurrences if row.day]
    calendar = _calendar(activity.title)
    if activity.plan is None:
        return _written(calendar)
    calendar.add_component(_master(activity))
    for row in rows:
        if activity.repeats and (row.moved or row.is_cancelled) and not activity.is_cancelled:
            calendar.add_component(_exception(activity, row))
    if not activity.repeats and rows and rows[0].moved:
        calendar.subcomponents[-1] = _single(activity, rows[0], uid_of(activity))
    return _written(calendar)


def of_registration(registration: Registration, occurrences: Iterable[Occurrence]) -> bytes:
    """For my own calendar: the date that I enrolled for, or all dates of the whole."""
    row = registration.occurrence
    activity = row.activity
    if row.is_whole:
        return of_activity(activity, occurrences)
    calendar = _calendar(activity.title)
    event = _single(activity, row, f"{registration.pk}@{activity.town_id}.plein")
    if not registration.stands:
        _set(event, "STATUS", "CANCELLED")
        _set(event, "SEQUENCE", activity.sequence + row.sequence + 1)
    elif not registration.comes and row.happens:
        _set(event, "STATUS", "TENTATIVE")
    calendar.add_component(event)
    return _written(calendar)


def uid_of(activity: Activity) -> str:
    return f"{activity.pk}@{activity.town_id}.plein"


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    return calendar


def _written(calendar: Calendar) -> bytes:
    if b"TZID=Europe/Amsterdam" in calendar.to_ical():
        # By rule: shorter than a list of dates to 2038, and every calendar program knows it.
        calendar.subcomponents.insert(0, Timezone.from_ical(AMSTERDAM))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _master(activity: Activity) -> Event:
    plan = activity.plan
    assert plan is not None  # noqa: S101 - for the type only
    event = _event(activity, uid_of(activity), activity.sequence, activity.changed_at)
    times = times_on(plan, plan.first_day)
    _add_times(event, times)
    if activity.is_cancelled:
        _set(event, "STATUS", "CANCELLED")
    if not plan.rrule:
        return event
    rule = vRecur.from_ical(plan.rrule)
    if plan.until and "COUNT" not in rule:
        end = times_on(plan, plan.until)
        rule["UNTIL"] = [plan.until if times.all_day else end.starts_at.astimezone(UTC)]
    event.add("RRULE", rule)
    last = timezone.localdate() + AHEAD
    for day in skipped_days(plan, plan.first_day, last):
        skipped = times_on(plan, day)
        event.add("EXDATE", day if skipped.all_day else skipped.starts_at)
    return event


def _exception(activity: Activity, row: Occurrence) -> Event:
    """One date that was moved or cancelled; RECURRENCE-ID is when it was planned."""
    event = _single(activity, row, uid_of(activity))
    if activity.plan and row.day:
        planned = times_on(activity.plan, row.day)
        event.add("RECURRENCE-ID", row.day if planned.all_day else planned.starts_at)
    return event


def _single(activity: Activity, row: Occurrence, uid: str) -> Event:
    changed = max(activity.changed_at, row.changed_at)
    event = _event(activity, uid, activity.sequence + row.sequence, changed)
    assert row.starts_at is not None  # noqa: S101 - for the type only
    zone = activity.zone
    end = row.ends_at.astimezone(zone) if row.ends_at else None
    _add_times(event, Times(row.starts_at.astimezone(zone), end, row.all_day))
    if activity.is_cancelled or row.is_cancelled:
        _set(event, "STATUS", "CANCELLED")
    return event


def _event(activity: Activity, uid: str, sequence: int, changed: datetime) -> Event:
    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", changed.astimezone(UTC).replace(microsecond=0))
    event.add("LAST-MODIFIED", changed.astimezone(UTC).replace(microsecond=0))
    event.add("SEQUENCE", sequence)
    event.add("SUMMARY", activity.title)
    event.add("STATUS", "CONFIRMED")
    event.add("URL", absolute(activity.community, activity.get_absolute_url()))
    event.add("LOCATION", wording.at_which_place(activity))
    if activity.text:
        event.add("DESCRIPTION", activity.text)
    if activity.lat is not None and activity.lon is not None:
        event.add("GEO", (activity.lat, activity.lon))
    if activity.theme:
        event.add("CATEGORIES", [activity.theme.name])
    return event


def _add_times(event: Event, times: Times) -> None:
    if times.all_day:
        event.add("DTSTART", times.starts_at.date())
        event.add("DTEND", _day_after(times))
        return
    event.add("DTSTART", times.starts_at)
    event.add("DTEND", times.ends_at or times.starts_at + timedelta(hours=1))


def _day_after(times: Times) -> date:
    return times.ends_at.date() if times.ends_at else times.starts_at.date() + timedelta(days=1)


def _set(event: Event, name: str, value: Any) -> None:
    event.pop(name, None)
    event.add(name, value)
