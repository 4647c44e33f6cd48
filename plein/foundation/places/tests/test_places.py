"""Where somebody lives is a cell, whatever one asks (TRUST-3, H3)."""

import random

import pytest

from plein.foundation.places.cells import LAT_STEP, LON_STEP, Cell, Nearness, cell_of, nearness
from plein.foundation.places.models import Postcode
from plein.foundation.places.postcodes import NotAPostcode, cell_of_postcode, clean_postcode

HOME = (51.8123, 4.7712)


def test_everybody_in_a_cell_is_in_the_same_place():
    cell = cell_of(*HOME)
    south, west = cell.row * LAT_STEP, cell.column * LON_STEP
    chance = random.Random(7)
    for _point in range(1000):
        lat = south + chance.uniform(0.0001, LAT_STEP - 0.0001)
        lon = west + chance.uniform(0.0001, LON_STEP - 0.0001)
        assert cell_of(lat, lon) == cell


def test_a_thousand_moving_questions_come_no_nearer_than_the_cell():
    """Two homes in one cell give the same answer from every place in the neighbourhood."""
    one, other = cell_of(51.8101, 4.7685), cell_of(51.8149, 4.7755)
    assert one == other
    chance = random.Random(11)
    for _question in range(1000):
        asker = cell_of(51.8 + chance.random() * 0.05, 4.7 + chance.random() * 0.1)
        assert nearness(asker, one) == nearness(asker, other)


def test_distance_is_one_of_four_words():
    here = Cell(10362, 596)
    words = {nearness(here, Cell(10362 + up, 596)) for up in range(40)}
    assert words == set(Nearness)


@pytest.mark.parametrize("typed", ["3351AB", "3351 ab", " 3351-AB ", "٣٣٥١ AB"])
def test_any_spelling_of_a_postcode(typed):
    assert clean_postcode(typed) == "3351AB"


@pytest.mark.parametrize("typed", ["3351", "AB3351", "0351AB", "3351ABC", "💥"])
def test_what_is_no_postcode(typed):
    with pytest.raises(NotAPostcode):
        clean_postcode(typed)


def test_an_unknown_postcode_gives_no_cell(db):
    Postcode.objects.create(code="3351AB", lat=HOME[0], lon=HOME[1])
    assert cell_of_postcode("3351AB") == cell_of(*HOME)
    assert cell_of_postcode("9999ZZ") is None
    assert cell_of_postcode(clean_postcode("")) is None
