"""A week of 21 parts, in one number."""

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plein.lib import week

slots = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 2)))


@given(slots)
def test_what_is_packed_comes_out_again_in_the_order_of_the_week(chosen) -> None:
    assert list(week.unpack(week.pack(chosen))) == sorted(chosen)


def test_every_part_of_every_day_is_always() -> None:
    every = {(day, part) for day in range(7) for part in range(3)}

    assert week.pack(every) == week.ALWAYS


def test_tuesday_morning_says_tuesday_and_morning() -> None:
    bits = week.pack([(1, 0)])

    assert week.days_of(bits) == [1]
    assert week.parts_of(bits) == [0]


def test_nothing_chosen_has_no_days_and_no_parts() -> None:
    assert week.days_of(0) == []
    assert week.parts_of(0) == []


def test_seven_evenings_are_every_evening() -> None:
    bits = week.pack([(day, 2) for day in range(7)])

    with translation.override("nl"):
        assert week.said_exactly(bits) == "elke avond"


def test_every_morning_and_one_evening_are_both_told() -> None:
    bits = week.pack([*((day, 0) for day in range(7)), (4, 2)])

    with translation.override("nl"):
        assert week.said_exactly(bits) == "elke ochtend, vrijdagavond"
