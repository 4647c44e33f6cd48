"""On which days something happens: pure, so every odd case is one line."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.features.activities.answer_time import time_to_answer
from plein.features.activities.free_days import christmas_weeks, holidays, is_free
from plein.features.activities.repeating import (
    NotARule,
    Plan,
    clean_rule,
    planned_days,
    skipped_days,
    times_on,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FAR = date(2027, 12, 31)
TUESDAY = date(2026, 10, 6)


def plan(**more) -> Plan:
    usual = {"first_day": TUESDAY, "starts_at": time(10), "ends_at": time(12)}
    return Plan(**usual | more)


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change():
    weekly = plan(rrule="FREQ=WEEKLY;BYDAY=TU")
    starts = [times_on(weekly, day).starts_at for day in planned_days(weekly, TUESDAY, FAR)[:5]]

    assert {start.hour for start in starts} == {10}
    assert [start.utcoffset() for start in starts[1:4]] == [timedelta(hours=n) for n in (2, 2, 1)]


def test_a_time_that_spring_skips_is_an_hour_later():
    night = plan(first_day=date(2027, 3, 28), starts_at=time(2, 30), ends_at=time(4))

    start = times_on(night, night.first_day).starts_at

    assert start.astimezone(ZoneInfo("UTC")).astimezone(AMSTERDAM).hour == 3


def test_a_feast_ends_after_midnight():
    feast = plan(starts_at=time(20), ends_at=time(1))

    assert times_on(feast, TUESDAY).ends_at.date() == TUESDAY + timedelta(days=1)


def test_whole_days_end_at_midnight_of_the_day_after():
    camp = plan(starts_at=None, ends_at=None, days=3)
    times = times_on(camp, TUESDAY)

    assert times.all_day
    assert times.ends_at.date() == TUESDAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("", [6]),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", [6, 13, 20]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", [6, 20]),
        ("FREQ=WEEKLY;BYDAY=TU,TH", [6, 8, 13, 15, 20, 22, 27, 29]),
        ("FREQ=MONTHLY;BYDAY=1TU", [6]),
        ("FREQ=MONTHLY;BYDAY=-1TU", [27]),
        ("FREQ=DAILY;COUNT=2", [6, 7]),
    ],
)
def test_days_in_october(rule, days):
    found = planned_days(plan(rrule=rule), date(2026, 10, 1), date(2026, 10, 31))

    assert [day.day for day in found] == days


def test_a_series_has_an_end():
    found = planned_days(plan(rrule="FREQ=WEEKLY;BYDAY=TU", until=date(2026, 10, 13)), TUESDAY, FAR)

    assert [day.day for day in found] == [6, 13]


def test_pauses_and_free_days_are_left_out():
    club = plan(
        rrule="FREQ=WEEKLY;BYDAY=TU",
        skips=("christmas", "summer"),
        pauses=((date(2026, 10, 12), date(2026, 10, 18)),),
    )

    skipped = skipped_days(club, TUESDAY, date(2027, 7, 20))

    assert [str(day) for day in skipped] == [
        "2026-10-13", "2026-12-22", "2026-12-29", "2027-07-06", "2027-07-13", "2027-07-20",
    ]  # fmt: skip
    assert not set(skipped) & set(planned_days(club, TUESDAY, FAR))


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2024, date(2024, 12, 21), date(2025, 1, 5)),
        (2025, date(2025, 12, 20), date(2026, 1, 4)),
        (2026, date(2026, 12, 19), date(2027, 1, 3)),
    ],
)
def test_the_christmas_holidays_are_those_of_the_schools(year, first, last):
    assert christmas_weeks(year) == (first, last)


def test_public_holidays_follow_easter_and_the_king():
    assert {date(2027, 3, 28), date(2027, 5, 6), date(2027, 5, 17)} <= holidays(2027)
    assert date(2025, 4, 26) in holidays(2025)
    assert is_free(date(2026, 12, 25), ("holidays",))
    assert not is_free(date(2026, 12, 24), ("holidays",))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=1", "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2", "",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;COUNT=99999999",
        "FREQ=WEEKLY;FREQ=DAILY", "FREQ=WEEKLY;BYHOUR=1,2,3", "DROP TABLE", "FREQ=WEEKLY;COUNT=-1",
    ],
)  # fmt: skip
def test_rules_that_we_do_not_follow_are_refused(rule):
    with pytest.raises(NotARule):
        clean_rule(rule)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_rules(text):
    with suppress(NotARule):
        assert clean_rule(text).startswith(("FREQ", "INTERVAL", "COUNT", "BY", "WKST"))


@pytest.mark.parametrize(
    ("now", "starts", "until"),
    [
        ("2026-11-23 10:00", "2026-12-01 10:00", "2026-11-24 10:00"),
        ("2026-11-23 23:00", "2026-12-01 10:00", "2026-11-25 09:00"),
        ("2026-11-23 10:00", "2026-11-23 16:00", "2026-11-23 12:00"),
        ("2026-11-23 10:00", "2026-11-23 10:20", "2026-11-23 10:20"),
        ("2026-11-23 03:00", "2026-11-23 07:00", "2026-11-23 04:20"),
    ],
)
def test_there_is_time_to_answer_and_not_at_night(now, starts, until):
    asked, begins, end = (
        datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM) for moment in (now, starts, until)
    )

    assert time_to_answer(asked, begins) == end


@given(
    st.integers(0, 365 * 24 * 60),
    st.timedeltas(timedelta(minutes=1), timedelta(days=400)),
)
def test_nobody_has_to_answer_after_it_began(minutes, ahead):
    asked = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)

    assert asked < time_to_answer(asked, asked + ahead) <= asked + ahead
