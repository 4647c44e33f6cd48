"""Waterdrecht lies well: six wijken that touch and do not overlap."""

from itertools import pairwise

import pytest

from plein.demo.geography import load_postcodes, load_wijken, outlines
from plein.demo.texts import load_places, load_town

wijken = load_wijken()


def inside(point, outline):
    """Whether a line to the east crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(outline):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def test_the_six_wijken_have_33000_inhabitants():
    assert len(wijken) == 6
    assert sum(wijk.inhabitants for wijk in wijken) == load_town().inhabitants == 33_000


def test_the_map_and_the_texts_name_the_same_wijken():
    assert {(w.key, w.name) for w in wijken} == {(p.key, p.name) for p in load_places()}


@pytest.mark.parametrize("wijk", wijken, ids=lambda wijk: wijk.key)
def test_an_outline_is_closed_counter_clockwise_and_detailed(wijk):
    assert wijk.outline[0] == wijk.outline[-1]
    assert len(set(wijk.outline)) >= 12
    assert sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(wijk.outline)) > 0


def test_every_wijk_shares_a_border_with_another():
    for wijk in wijken:
        others = {point for other in wijken if other != wijk for point in other.outline}
        assert len(set(wijk.outline) & others) >= 5, wijk.name


def test_no_spot_lies_in_two_wijken():
    west, east, south, north = 4.88, 4.98, 51.83, 51.88
    for i in range(60):
        for j in range(60):
            spot = (west + (east - west) * i / 60, south + (north - south) * j / 60)
            assert sum(inside(spot, wijk.outline) for wijk in wijken) <= 1


def test_a_postcode_lies_in_its_own_wijk_and_buurt():
    outline = {wijk.key: wijk.outline for wijk in wijken}
    buurten = {wijk.key: {buurt.name for buurt in wijk.buurten} for wijk in wijken}

    for row in load_postcodes():
        assert inside((row.longitude, row.latitude), outline[row.wijk]), row.postcode
        assert row.buurt in buurten[row.wijk], row.postcode


def test_there_are_ten_postcodes_a_wijk_and_none_twice():
    postcodes = load_postcodes()

    assert len({row.postcode for row in postcodes}) == len(postcodes) >= 60
    for wijk in wijken:
        assert sum(row.wijk == wijk.key for row in postcodes) >= 10


def test_the_middle_of_a_buurt_lies_in_its_wijk():
    for wijk in wijken:
        for buurt in wijk.buurten:
            assert inside((buurt.longitude, buurt.latitude), wijk.outline), buurt.name


def test_the_map_is_geojson():
    assert outlines()["type"] == "FeatureCollection"
    assert {feature["geometry"]["type"] for feature in outlines()["features"]} == {"Polygon"}
