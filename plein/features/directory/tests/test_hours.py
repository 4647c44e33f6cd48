"""Times as people write them on a door, and whether it is open now."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.features.directory.holidays import easter, holiday_on, holidays
from plein.features.directory.hours import (
    NotHours,
    Opening,
    Pause,
    closed_soon,
    now_open,
    read_times,
    read_week,
    said_week,
    table,
    write_week,
)
from plein.lib.clock import from_until

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
HERE = ZoneInfo("Europe/Amsterdam")
NINE, TWELVE, ONE, FIVE = 540, 720, 780, 1020
WEEK = [Opening(day, NINE, FIVE) for day in range(5)]


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    "text",
    ["9:00-17:00", "9-17", "09.00 – 17.00 uur", "9 tot 17 uur", " 9:00 - 17:00 ", "9u - 17u"],
)
def test_one_span_in_many_spellings(text):
    assert read_times(text) == [(NINE, FIVE)]


@pytest.mark.parametrize("text", ["9-12, 13-17", "9:00-12:00 en 13:00-17:00", "9-12 / 13-17"])
def test_a_lunch_break(text):
    assert read_times(text) == [(NINE, TWELVE), (ONE, FIVE)]


@pytest.mark.parametrize("text", ["", "gesloten", "Dicht", "-", "–", "closed"])
def test_closed(text):
    assert read_times(text) == []


@pytest.mark.parametrize(
    "text", ["op afspraak", "9", "25-26", "9:75-10", "9-17 behalve feestdagen", "9-12, 11-14"]
)
def test_what_nobody_can_read_is_refused(text):
    with pytest.raises(NotHours):
        read_times(text)


def test_after_midnight_counts_on():
    assert read_times("20-2") == [(1200, 1560)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ma-vr 9-17", [0, 1, 2, 3, 4]),
        ("maandag t/m vrijdag 9-17", [0, 1, 2, 3, 4]),
        ("ma: 9-17; wo: 9-17", [0, 2]),
        ("za, zo 9-17", [5, 6]),
        ("za en zo 9-17", [5, 6]),
        ("vr-ma 9-17", [0, 4, 5, 6]),
        ("dinsdag 9.00 tot 17.00 uur", [1]),
    ],
)
def test_a_week_on_one_line(text, days):
    assert [o.day for o in read_week(text)] == days


@pytest.mark.parametrize("text", ["9-17", "elke dag 9-17", "ma open"])
def test_a_week_without_days_or_times_is_refused(text):
    with pytest.raises(NotHours):
        assert read_week(text) == ["never"]


SPANS = st.tuples(
    st.integers(0, 6), st.integers(0, 11 * 60), st.integers(13 * 60, 23 * 60 + 59)
).map(lambda parts: Opening(*parts))


@QUICK
@given(st.lists(SPANS, unique_by=lambda o: o.day))
def test_what_we_write_we_read_back(opening):
    assert read_week(write_week(opening)) == sorted(opening)


@pytest.mark.parametrize(
    "words", ["ma-vr 09.00-17.00; za 10.00-12.00", "ma-zo 00.00-24.00", "vr 20.00-02.00", ""]
)
def test_a_cell_says_it_as_short_as_people_do(words):
    assert write_week(read_week(words)) == words


def test_day_and_night_is_always_open():
    shelter = read_week("ma-zo 0:00-24:00")
    now = now_open(shelter, at("2026-12-25 03:00"), open_on_holidays=True)
    assert (now.is_open, now.words) == (True, "Nu open, dag en nacht")
    assert said_week(shelter) == "elke dag: dag en nacht"
    assert said_week(read_week("vr 9:00-12:00")) == f"vrijdag: {from_until('09.00', '12.00')}"


def test_days_with_the_same_times_stand_together():
    lines = [(line.days, line.times) for line in table([*WEEK, Opening(5, 600, 720)])]
    assert lines == [
        ("maandag t/m vrijdag", from_until("09.00", "17.00")),
        ("zaterdag", from_until("10.00", "12.00")),
        ("zondag", "gesloten"),
    ]


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("moment", "is_open", "words"),
    [
        ("2026-11-23 09:00", True, "Nu open, tot 17.00"),
        ("2026-11-23 16:59", True, "Nu open, tot 17.00"),
        ("2026-11-23 17:00", False, "Nu dicht, morgen open om 09.00"),
        ("2026-11-23 07:00", False, "Nu dicht, vandaag open om 09.00"),
        ("2026-11-20 18:00", False, "Nu dicht, open op maandag om 09.00"),
    ],
)
def test_open_now(moment, is_open, words):
    now = now_open(WEEK, at(moment))
    assert (now.is_open, now.words) == (is_open, words)


def test_nothing_known_is_nothing_said():
    assert now_open([], at("2026-11-23 09:00")) is None


def test_open_past_midnight_is_still_open():
    bar = [Opening(4, 1200, 1560)]
    assert now_open(bar, at("2026-11-21 01:00")).words == "Nu open, tot 02.00"
    assert not now_open(bar, at("2026-11-21 03:00")).is_open


def test_a_pause_is_closed_and_said():
    pause = Pause(date(2026, 11, 23), date(2026, 11, 27), "verbouwing")
    assert not now_open(WEEK, at("2026-11-24 10:00"), pauses=[pause]).is_open
    told = closed_soon(WEEK, date(2026, 11, 20), pauses=[pause])
    assert told == ["Dicht van 23 november tot en met 27 november: verbouwing"]
    assert closed_soon(WEEK, date(2026, 11, 28), pauses=[pause]) == []


def test_closed_for_a_month_says_the_day_itself():
    pause = Pause(date(2026, 11, 23), date(2026, 12, 11))
    assert now_open(WEEK, at("2026-11-28 10:00"), pauses=[pause]).words == "Nu dicht"


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, (4, 2)), (2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25))],
)
def test_easter_as_in_the_almanac(year, day):
    assert easter(year) == date(year, *day)


@QUICK
@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_in_spring(year):
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_dutch_holidays_of_2026():
    assert [str(day) for day in sorted(holidays(2026))] == [
        "2026-01-01", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-14",
        "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
    ]  # fmt: skip


def test_kings_day_is_never_on_a_sunday():
    assert holiday_on(date(2025, 4, 26))
    assert holiday_on(date(2025, 4, 27)) is None


def test_liberation_day_is_free_once_in_five_years():
    assert holiday_on(date(2025, 5, 5))
    assert holiday_on(date(2026, 5, 5)) is None
