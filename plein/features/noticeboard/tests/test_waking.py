"""Time as a place is awake."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.features.noticeboard.waking import Waking

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = 0b0011111


def place(wakes=8, sleeps=20, days=WEEKDAYS, closing=()) -> Waking:
    return Waking(wakes, sleeps, days, frozenset(closing), AMSTERDAM)


def local(*parts) -> datetime:
    return datetime(*parts, tzinfo=AMSTERDAM)


def said(moment) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%a %d-%m %H:%M")


def test_a_day_later_is_the_same_hour_of_the_next_day():
    assert said(place().after(local(2026, 11, 23, 10), 24)) == "Tue 24-11 10:00"


def test_an_ask_of_friday_afternoon_waits_until_monday_afternoon():
    assert said(place().after(local(2026, 11, 27, 17), 24)) == "Mon 30-11 17:00"


def test_what_comes_at_night_counts_from_the_morning():
    assert said(place().after(local(2026, 11, 23, 23, 30), 24)) == "Tue 24-11 20:00"
    assert said(place().after(local(2026, 11, 24, 3), 12)) == "Tue 24-11 14:00"


def test_two_days_over_a_closing_day_are_three():
    closing = [date(2026, 12, 25)]

    late = place(closing=closing).after(local(2026, 12, 24, 9), 48)

    assert said(late) == "Tue 29-12 09:00"


@pytest.mark.parametrize(("start", "then"), [((2026, 3, 28, 12), "Sun 29-03 12:00"),
                                             ((2026, 10, 24, 12), "Sun 25-10 12:00")])  # fmt: skip
def test_the_clock_change_moves_nothing(start, then):
    assert said(place(days=0b1111111).after(local(*start), 24)) == then


def test_a_place_that_is_awake_until_midnight():
    awake = place(wakes=0, sleeps=24, days=0b1111111)

    assert said(awake.after(local(2026, 11, 23, 10), 24)) == "Tue 24-11 10:00"


def test_a_place_that_is_never_awake_gets_plain_hours():
    never = place(days=0)

    assert said(never.after(local(2026, 11, 27, 17), 24)) == "Sat 28-11 17:00"


@given(
    minutes=st.integers(0, 10 * 366 * 24 * 60),
    hours=st.integers(0, 240),
    more=st.integers(1, 240),
    wakes=st.integers(0, 12),
    sleeps=st.integers(13, 24),
    days=st.integers(1, 127),
)
def test_a_deadline_is_never_early_never_at_night_and_never_turns_back(
    minutes, hours, more, wakes, sleeps, days
):
    awake = place(wakes, sleeps, days)
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)

    due = awake.after(start, hours)

    assert due >= start
    assert awake.after(start, hours + more) > due - timedelta(seconds=1)
    there = due.astimezone(AMSTERDAM)
    ends_a_day = (there.hour, there.minute) == (sleeps % 24, 0)
    assert ends_a_day or (wakes <= there.hour < sleeps and days >> there.weekday() & 1)
