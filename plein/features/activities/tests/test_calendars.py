"""The iCal file: read the same by two libraries, over the clock change, with exceptions."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

from plein.features.activities.actions import enrolling, planning
from plein.features.activities.keys import personal_path
from plein.features.activities.tests.making import (
    come,
    first,
    make_activity,
    make_club,
    make_weekly,
)
from plein.testing.cast import make_member

OCTOBER, DECEMBER = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_september(time_machine):
    time_machine.move_to("2026-09-21T12:00:00+00:00")


@pytest.fixture
def series(noor):
    """Every Tuesday over the end of summer time: one left out, one moved, one cancelled."""
    activity = make_weekly(
        noor,
        first_day=date(2026, 10, 6),
        until=date(2026, 11, 24),
        pauses=[["2026-10-13", "2026-10-13"]],
    )
    rows = {row.day: row for row in activity.occurrences.all()}
    moved = rows[date(2026, 10, 27)]
    later = timedelta(days=1, hours=4)
    planning.move(moved, moved.starts_at + later, moved.ends_at + later, by=noor)
    planning.cancel_date(rows[date(2026, 11, 10)], words="Zaal dicht", by=noor)
    return activity


def file_of(client, activity) -> bytes:
    return client.get(f"{activity.get_absolute_url()}agenda.ics").content


def by_icalendar(body) -> set[tuple[datetime, datetime]]:
    events = recurring_ical_events.of(Calendar.from_ical(body)).between(OCTOBER, DECEMBER)
    return {
        (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC))
        for event in events
        if event.get("STATUS") != "CANCELLED"
    }


def by_vobject(body) -> set[tuple[datetime, datetime]]:
    """What a much older library makes of it; it does not follow RECURRENCE-ID, so we do that."""
    calendar = vobject.readOne(body.decode())
    events = list(calendar.vevent_list)
    master = next(event for event in events if not hasattr(event, "recurrence_id"))
    lasts = master.dtend.value - master.dtstart.value
    found = {start.astimezone(UTC) for start in master.getrruleset()}
    seen = {(start, start + lasts) for start in found if OCTOBER <= start < DECEMBER}
    for event in events:
        if hasattr(event, "recurrence_id"):
            planned = event.recurrence_id.value.astimezone(UTC)
            seen.discard((planned, planned + lasts))
            if event.status.value != "CANCELLED":
                seen.add((event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC)))
    return seen


def as_we_plan(activity) -> set[tuple[datetime, datetime]]:
    return {(row.starts_at, row.ends_at) for row in activity.occurrences.happening()}


def test_two_libraries_read_the_series_as_we_meant_it(client, series):
    body = file_of(client, series)

    assert len(as_we_plan(series)) == 6
    assert by_icalendar(body) == as_we_plan(series)
    assert by_vobject(body) == as_we_plan(series)


def test_the_hours_stay_when_the_clocks_change(client, series):
    hours = {start.hour for start, _end in by_icalendar(file_of(client, series))}

    assert hours == {8, 9, 13}  # ten in summer and in winter time, and the moved one


def test_the_file_is_as_the_standard_asks(client, series):
    response = client.get(f"{series.get_absolute_url()}agenda.ics")
    lines = response.content.split(b"\r\n")

    assert response["Content-Type"].startswith("text/calendar")
    assert all(len(line) <= 75 for line in lines)
    assert b"BEGIN:VTIMEZONE" in lines
    assert not [line for line in lines if line.startswith(b"ATTENDEE")]
    assert sum(line.startswith(b"RECURRENCE-ID") for line in lines) == 2


def test_nothing_new_is_said_when_nothing_changed(client, series):
    url = f"{series.get_absolute_url()}agenda.ics"
    one = client.get(url)

    assert client.get(url).content == one.content
    assert client.get(url, headers={"if-none-match": one["ETag"]}).status_code == 304


def test_a_change_keeps_the_uid_and_raises_the_number(client, series, noor):
    def seen():
        event = Calendar.from_ical(file_of(client, series)).walk("VEVENT")[0]
        return str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"])

    uid, number, status = seen()
    planning.cancel(series, by=noor)

    assert status == "CONFIRMED"
    assert seen() == (uid, number + 1, "CANCELLED")


def test_whole_days_end_the_day_after(client, noor):
    activity = make_activity(
        noor, first_day=date(2026, 10, 9), days=3, starts_at=None, ends_at=None
    )
    event = Calendar.from_ical(file_of(client, activity)).walk("VEVENT")[0]

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 9), date(2026, 10, 12))


def test_what_has_no_date_has_no_event(client, noor):
    activity = make_activity(noor, first_day=None)

    assert b"VEVENT" not in file_of(client, activity)


def test_my_own_file_follows_what_i_do(client, noor, bram):
    row = first(make_club(noor, seats=1))
    other = make_member("Sanne", noor.home)
    mine, waiting = come(row, bram), come(row, other)

    def status(registration):
        body = client.get(f"{personal_path(registration)}agenda.ics").content
        event = Calendar.from_ical(body).walk("VEVENT")[0]
        return str(event["STATUS"]), str(event["UID"])

    one = status(mine)
    assert (one[0], status(waiting)[0]) == ("CONFIRMED", "TENTATIVE")
    enrolling.leave(mine, by=bram)
    assert status(mine) == ("CANCELLED", one[1])


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"])
def test_other_rhythms_are_read_the_same(client, noor, rule):
    activity = make_activity(
        noor, first_day=date(2026, 10, 13), rrule=rule, until=date(2026, 11, 30),
        starts_at=time(19, 30), ends_at=time(21),
    )  # fmt: skip
    body = file_of(client, activity)

    assert by_icalendar(body) == by_vobject(body) == as_we_plan(activity)
