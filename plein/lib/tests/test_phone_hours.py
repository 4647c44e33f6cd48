"""When a place answers its phone, in words and in moments."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from plein.lib import phone_hours

HERE = ZoneInfo("Europe/Amsterdam")
MORNING = [[540, 720]]
WEEKDAYS = [MORNING] * 5 + [[], []]


def at(day, hour, minute=0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=HERE)  # 1 June 2026 is a Monday


@pytest.mark.parametrize(
    ("week", "dutch", "english"),
    [
        (WEEKDAYS, "Bel ma–vr 9–12", "Call Mon–Fri 9–12"),
        ([MORNING, [], MORNING, [], [], [], []], "Bel ma 9–12, wo 9–12", "Call Mon 9–12, Wed 9–12"),
        (
            [[[570, 720], [780, 1020]]] * 2 + [[]] * 5,
            "Bel ma–di 9.30–12 en 13–17",
            "Call Mon–Tue 9.30–12 and 13–17",
        ),
        ([[]] * 7, "", ""),
        ([], "", ""),
    ],
)
def test_as_few_words_as_fit_under_a_number(week, dutch, english):
    assert phone_hours.words(week) == dutch
    with translation.override("en"):
        assert phone_hours.words(week) == english


@pytest.mark.parametrize(
    ("now", "promised"),
    [
        (at(1, 9), at(1, 10, 30)),
        (at(1, 7), at(1, 10, 30)),
        (at(1, 11), at(2, 9, 30)),
        (at(5, 13), at(8, 10, 30)),
        (at(6, 10), at(8, 10, 30)),
    ],
)
def test_half_a_phone_day_later_within_phone_hours(now, promised):
    assert phone_hours.after_half_a_day(WEEKDAYS, (), now, HERE) == promised


def test_a_closing_day_and_a_week_without_hours():
    closed = {date(2026, 6, 1)}

    assert phone_hours.after_half_a_day(WEEKDAYS, closed, at(1, 9), HERE) == at(2, 10, 30)
    assert phone_hours.after_half_a_day([], (), at(1, 9), HERE) is None
    assert phone_hours.is_open(WEEKDAYS, (), at(1, 9), HERE)
    assert not phone_hours.is_open(WEEKDAYS, closed, at(1, 9), HERE)
    assert not phone_hours.is_open(WEEKDAYS, (), at(1, 12), HERE)


def test_by_the_wall_clock_also_when_summer_time_begins():
    sunday = [[], [], [], [], [], [], [[0, 1440]]]
    start = datetime(2026, 3, 29, 0, 0, tzinfo=HERE)

    assert phone_hours.is_open(sunday, (), datetime(2026, 3, 29, 23, 59, tzinfo=HERE), HERE)
    assert phone_hours.after_half_a_day(sunday, (), start, HERE) is not None
