"""A real town gets its map: outlines of its wijken, and where its postcodes lie."""

import pytest
from django.core.management import CommandError, call_command

from plein.foundation.communities import tree
from plein.foundation.communities.actions import mapping
from plein.foundation.communities.tests.making_maps import geojson, load, square
from plein.foundation.communities.whereabouts import Whereabouts
from plein.foundation.jobs.models import Change
from plein.foundation.places.cells import cell_of
from plein.foundation.places.models import Area, Postcode
from plein.foundation.places.postcodes import cell_of_postcode, known, point_of_postcode
from plein.foundation.places.reading_postcodes import Lies
from plein.testing.cast import make_part

WIJKEN = geojson(
    square(4.77, "Wijk 01 Mólenwijk", code="WK000101"), square(4.79, "Centrum", code="WK000102")
)


def test_each_wijk_gets_the_outline_of_its_name(tmp_path, waterdrecht, molenwijk, centrum):
    said = load("load_areas", "waterdrecht", WIJKEN, tmp_path)
    assert "2 omtrekken zijn nieuw." in said
    parts = tree.of(waterdrecht.pk)
    where = Whereabouts(parts)
    assert where.at(51.81, 4.78) == molenwijk
    assert where.at(51.81, 4.80) == centrum
    assert where.at(51.90, 4.80) is None
    assert parts.all[molenwijk.pk].area.code == "WK000101"
    assert where.called("101") == where.called("Wijk 1 molenwijk") == molenwijk


def test_twice_the_same_changes_nothing(tmp_path, waterdrecht, molenwijk, centrum):
    load("load_areas", "testserver", WIJKEN, tmp_path)
    stamp = tree.of(waterdrecht.pk).version
    said = load("load_areas", "Waterdrecht", WIJKEN, tmp_path)
    assert "2 omtrekken stonden er al." in said
    assert tree.of(waterdrecht.pk).version == stamp
    assert Area.objects.count() == 2


def test_what_could_not_be_linked_is_told(tmp_path, waterdrecht, molenwijk, centrum):
    file = geojson(
        square(4.77, "Molenwijk"), square(4.79, "Molenwijk", code="X"), square(4.8, "Zee")
    )
    said = load("load_areas", "waterdrecht", file, tmp_path)
    assert "Geen deel van Waterdrecht heet zo: Zee." in said
    assert "Meer dan één omtrek heet zo: Molenwijk." in said
    assert "Nog zonder omtrek: Centrum." in said


def test_a_buurt_lies_in_its_wijk_and_never_takes_its_place(tmp_path, waterdrecht, centrum):
    make_part(centrum, "Haven", "haven")
    load("load_areas", "waterdrecht", geojson(square(4.77, "Centrum", code="WK1")), tmp_path)
    small = geojson(
        square(4.772, "Haven", wide=0.004, code="BU1"), square(4.77, "Centrum", 0.001, code="BU2")
    )
    load("load_areas", "waterdrecht", small, tmp_path)
    where = Whereabouts(tree.of(waterdrecht.pk))
    assert where.at(51.802, 4.774).name == "Haven"
    assert where.at(51.81, 4.785).name == "Centrum"


def test_what_another_town_drew_stays_of_that_town(tmp_path, waterdrecht, molenwijk, elders):
    theirs = make_part(elders, "Molenwijk", "molenwijk")
    load("load_areas", "elders", geojson(square(4.9, "Molenwijk", code="WK9")), tmp_path)
    load("load_areas", "waterdrecht", geojson(square(4.77, "Molenwijk", code="WK9")), tmp_path)
    theirs.refresh_from_db()
    molenwijk.refresh_from_db()
    assert theirs.area.lon == pytest.approx(4.91)
    assert molenwijk.area.lon == pytest.approx(4.78)


def test_who_joined_before_there_was_a_map_comes_in_the_middle_of_their_wijk(tmp_path, noor):
    load("load_areas", "waterdrecht", WIJKEN, tmp_path)
    noor.refresh_from_db()
    assert (noor.cell_row, noor.cell_column) == (
        cell_of(51.81, 4.78).row,
        cell_of(51.81, 4.78).column,
    )


def test_many_postcodes_come_in_by_hundreds_and_once(
    tmp_path, waterdrecht, django_assert_max_num_queries
):
    codes = [f"{4000 + n // 26}A{chr(65 + n % 26)}" for n in range(1_200)]
    rows = [f"{code};51.8{n:05d};4.77" for n, code in enumerate(codes)]
    with django_assert_max_num_queries(20):
        text = "\n".join(["postcode;lat;lon", *rows])
        said = load("load_postcodes", "waterdrecht", text, tmp_path)
    assert "1200 nieuw" in said
    assert cell_of_postcode("4000AA") == cell_of(51.8, 4.77)


def test_a_later_list_completes_and_mends(tmp_path, waterdrecht, molenwijk):
    load("load_postcodes", "waterdrecht", "4291AA;51.81;4.77\n4291AB;51.81;4.77", tmp_path)
    said = load("load_postcodes", "waterdrecht", "4291AA;Molenwijk\n4291AB;Zee", tmp_path)
    assert "0 nieuw, 2 gewijzigd" in said
    assert "Geen deel van Waterdrecht heet zo: Zee." in said
    row = Postcode.objects.get(code="4291AA")
    assert (row.point, row.wijk) == ((51.81, 4.77), "Molenwijk")
    again = load("load_postcodes", "waterdrecht", "4291AA;51.81;4.77", tmp_path)
    assert "1 hetzelfde" in again


def test_four_digits_tell_the_cell_but_never_a_pin(tmp_path, waterdrecht):
    load("load_postcodes", "waterdrecht", "pc4;lat;lon\n4291;51.81;4.77", tmp_path)
    assert cell_of_postcode("4291ZZ") == cell_of(51.81, 4.77)
    assert point_of_postcode("4291ZZ") is None
    assert known(["", "9999ZZ"]) == {}


def test_public_places_are_looked_up_again_after_each_map(waterdrecht, molenwijk):
    mapping.place_postcodes(waterdrecht, [Lies("4291AA", 51.81, 4.77)], by=None)
    assert Change.objects.filter(kind=mapping.MAP, about=str(waterdrecht.pk)).count() == 1
    mapping.place_postcodes(waterdrecht, [Lies("4291AA", 51.81, 4.77)], by=None)
    assert Change.objects.filter(kind=mapping.MAP).count() == 1, "nothing was new"


def test_only_who_arranges_this_town_draws_its_map(waterdrecht, noor, mila, joost):
    mapping.draw_outlines(waterdrecht, [], by=mila)
    for other in (noor, joost):
        with pytest.raises(mapping.MayNotArrange):
            mapping.draw_outlines(waterdrecht, [], by=other)
        with pytest.raises(mapping.MayNotArrange):
            mapping.place_postcodes(waterdrecht, [], by=other)


def test_a_command_says_what_is_wrong(tmp_path, waterdrecht):
    with pytest.raises(CommandError, match="testserver"):
        load("load_areas", "nergens", WIJKEN, tmp_path)
    with pytest.raises(CommandError, match="GeoJSON"):
        load("load_areas", "waterdrecht", b"postcode;lat", tmp_path)
    with pytest.raises(CommandError, match="koppen"):
        load("load_postcodes", "waterdrecht", "naam;plaats", tmp_path)
    with pytest.raises(CommandError, match="weg"):
        call_command("load_postcodes", "waterdrecht", str(tmp_path / "weg.csv"))
