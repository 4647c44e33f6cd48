"""Open data as CBS, PDOK and lists of postcodes bring it, and what is wrong with a file."""

import json
import math

import pytest

from plein.foundation.places import outlines
from plein.foundation.places.rd import from_rd
from plein.foundation.places.reading_outlines import Unreadable, read
from plein.foundation.places.reading_postcodes import Lies
from plein.foundation.places.reading_postcodes import read as read_postcodes

SQUARE = [[4.77, 51.80], [4.79, 51.80], [4.79, 51.82], [4.77, 51.82], [4.77, 51.80]]


def feature(ring=SQUARE, kind="Polygon", **properties):
    coordinates = [ring] if kind == "Polygon" else ring
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def geojson(*features, crs=""):
    told = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    return json.dumps({"type": "FeatureCollection", "features": features} | told).encode()


def test_the_grid_of_the_country_becomes_degrees():
    """The two points by which this conversion is checked: Amersfoort and the Westertoren."""
    assert from_rd(155_000, 463_000) == pytest.approx((52.15517440, 5.38720621), abs=1e-8)
    assert from_rd(120_700.723, 487_525.501) == pytest.approx((52.37453253, 4.88352559), abs=1e-6)


@pytest.mark.parametrize("crs", ["urn:ogc:def:crs:EPSG::28992", ""])
def test_an_outline_in_metres_is_known_with_and_without_saying_so(crs):
    ring = [[108_000, 425_000], [109_000, 425_000], [109_000, 426_000], [108_000, 426_000]]
    found = read(geojson(feature(ring, wijknaam="Molenwijk"), crs=crs), municipality="").outlines
    assert found[0].middle == pytest.approx(from_rd(108_500, 425_500), abs=1e-4)
    assert found[0].polygons[0][0][0] == found[0].polygons[0][0][-1], "and the ring is closed"


def test_of_a_file_of_the_country_only_the_land_of_the_municipality():
    told = {"buurtcode": "BU1", "aantalInwoners": 2300, "gemeentenaam": "Wáterdrecht"}
    east = [[lon + 0.1, lat] for lon, lat in SQUARE]
    file = read(
        geojson(
            feature(Buurtnaam="Dorp", **told),
            feature([[east]], kind="MultiPolygon", Buurtnaam="Dorp", **told),
            feature(Buurtnaam="Dorp", **told, water="JA"),
            feature(Buurtnaam="Dorp", buurtcode="BU2", gemeentenaam="Elders"),
        ),
        municipality="Waterdrecht",
    )
    (dorp,) = file.outlines
    assert (dorp.name, dorp.code, dorp.inhabitants) == ("Dorp", "BU1", 2300)
    assert outlines.outline_of(dorp.polygons)["type"] == "MultiPolygon"
    assert outlines.contains(dorp.polygons, 51.81, 4.88)
    assert not outlines.contains(dorp.polygons, 51.81, 4.83), "between its two parts"


def test_ten_thousand_points_become_two_hundred_and_hold_the_same_places():
    around = [math.tau * i / 5_000 for i in range(5_000)]
    ring = [
        [4.78 + 0.01 * math.cos(a) * (1 + 0.05 * math.sin(40 * a)), 51.81 + 0.006 * math.sin(a)]
        for a in around
    ]
    (found,) = read(geojson(feature(ring, naam="Rond")), municipality="").outlines
    assert sum(len(r) for r in found.polygons[0]) <= outlines.MOST_POINTS
    assert found.middle == pytest.approx((51.81, 4.78), abs=1e-3)
    assert outlines.contains(found.polygons, 51.8155, 4.78)
    assert not outlines.contains(found.polygons, 51.8175, 4.78)


def test_a_hole_is_not_inside():
    hole = [[4.778, 51.808], [4.782, 51.808], [4.782, 51.812], [4.778, 51.812], [4.778, 51.808]]
    (found,) = read(
        geojson(feature([[SQUARE, hole]], kind="MultiPolygon", naam="Ring")), municipality=""
    ).outlines
    assert outlines.contains(found.polygons, 51.803, 4.775)
    assert not outlines.contains(found.polygons, 51.81, 4.78)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF", "geen GeoJSON"),
        (b'{"features": 3}', "geen GeoJSON"),
        (b'{"features": []}', "geen omtrekken"),
        (geojson(feature(naam="A"), crs="urn:ogc:def:crs:EPSG::3857"), "3857"),
        (geojson(feature(titel="A")), "titel"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(data, why):
    with pytest.raises(Unreadable, match=why):
        read(data, municipality="")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (feature([[4.7, 51.8]], kind="Point", naam="X"), "gesloten"),
        (feature([["a", "b"]] * 4, naam="X"), "niet lezen"),
        (feature([[10**400, 1]] * 4, naam="X"), "niet lezen"),
        (feature([[51.8, 4.7], [51.9, 4.7], [51.9, 4.8], [51.8, 4.7]], naam="X"), "Nederland"),
        (feature([[4.7, 51.8]] * 4, naam="X"), "gesloten"),
    ],
)
def test_one_wrong_shape_does_not_spoil_the_others(wrong, why):
    file = read(geojson(wrong, feature(naam="Goed")), municipality="")
    assert [each.name for each in file.outlines] == ["Goed"]
    assert why in file.problems[0]


@pytest.mark.parametrize(
    "text",
    [
        "postcode;lat;lon\n4291 AB;51,81;4,77\n",
        "Longitude,Latitude,PC6\n4.77,51.81,4291ab\n",
        "sep\tpostcode\tLAT\tLNG\n\t4291AB\t51.81\t4.77\n",
        "4291AB;51.81;4.77\n",
        "postcode;lat;lon\n4291AB;51.80;4.76\n4291AB;51.82;4.78\n",
    ],
)
def test_any_spelling_of_a_list_with_degrees(text):
    """Also of addresses: then it is their middle."""
    (row,) = read_postcodes(text.encode("utf-8-sig")).rows
    assert row.code == "4291AB"
    assert (row.lat, row.lon) == pytest.approx((51.81, 4.77))


def test_a_list_in_metres_and_a_list_of_wijken():
    lies = from_rd(108_500, 425_500)
    for text in ("pc;x;y\n4291AB;108500;425500", "4291AB;108500;425500"):
        (row,) = read_postcodes(text.encode()).rows
        assert (row.lat, row.lon) == pytest.approx(lies)
    of_cbs = "PC6,Huisnummer,Buurt2026,Wijk2026\n4291AA,2,10100,101\n4291AA,4,10101,101\n"
    assert read_postcodes(of_cbs.encode()).rows == [Lies("4291AA", wijk="101")]
    for text in ("Postcode;Wijk\n4291;Café-buurt\n", "4291;Café-buurt"):
        assert read_postcodes(text.encode("cp1252")).rows == [Lies("4291", wijk="Café-buurt")]


def test_each_wrong_row_says_why_and_the_others_come_in():
    text = (
        "postcode;lat;lon\n42;51.8;4.7\n4291AB;vijf;4.7\n4291AC;4.7;51.8\n4291AD;;\n4291AE;51.8;4.7"
    )
    file = read_postcodes(text.encode())
    assert [row.code for row in file.rows] == ["4291AE"]
    whys = ["geen postcode", "geen getallen", "verwisseld", "waar 4291AD ligt"]
    assert all(why in said for why, said in zip(whys, file.problems, strict=True))
    assert file.problems[0].startswith("Rij 2:")


@pytest.mark.parametrize("text", ["", "naam;plaats\nKoor;Dijk\n", "Koor\n", "postcode\n4291AB"])
def test_a_list_without_postcodes_is_refused_with_what_we_look_for(text):
    with pytest.raises(Unreadable):
        read_postcodes(text.encode())
