"""In which wijk an organisation is: from its address, unless a person chose."""

import pytest

from plein.features.directory import access, actions
from plein.features.directory.models import Entry
from plein.features.directory.placing import located_many
from plein.features.directory.sheet import Spot, sheet_of
from plein.features.directory.tests.making import change, fresh, make_entry
from plein.features.directory.tests.taking_in import entry, taken
from plein.foundation import jobs
from plein.foundation.communities.actions import arranging, mapping
from plein.foundation.communities.models import RoleName
from plein.foundation.communities.tests.making_maps import geojson, square
from plein.foundation.places.reading_outlines import read
from plein.foundation.places.reading_postcodes import Lies
from plein.testing.cast import give, make_member

IN_MOLENWIJK, IN_CENTRUM = Lies("4291AA", 51.81, 4.78), Lies("4291AB", 51.81, 4.80)
FILE = geojson(square(4.77, "Molenwijk"), square(4.79, "Centrum"))
"""The wijken beside each other; 4291AA lies in the first and 4291AB in the second."""


def draw(town):
    mapping.draw_outlines(town, read(FILE, municipality=town.name).outlines, by=None)


def know(town, *rows):
    mapping.place_postcodes(town, rows or (IN_MOLENWIJK, IN_CENTRUM), by=None)


@pytest.fixture
def drawn(waterdrecht, molenwijk, centrum):
    draw(waterdrecht)
    know(waterdrecht)
    return waterdrecht


def at(postcode, **said):
    return {"locations": (Spot(street="Dijk 1", postcode=postcode, **said),)}


def moved(entry, **said):
    """Written as the form does: with the point of its postcode."""
    spots = located_many(said.pop("locations"))
    change(entry, locations=tuple(spots), **said)
    return fresh(entry)


def test_a_list_is_found_by_wijk(drawn, mila, molenwijk, centrum, client):
    """Also on the page of the wijk, and in the counts of the filter."""
    koor = "Koor De Vink;Zingen;;0184 555 030;Dijk 1;4291AA;Waterdrecht;"
    club = "Breiclub;Breien;;0184 555 031;Dijk 2;4291AB;Waterdrecht;"
    far = "Verre Club;Ver;;0184 555 032;Dijk 3;9999ZZ;Elders;"
    taken(drawn, mila, koor, club, far)
    assert entry("Koor De Vink").area == molenwijk
    assert entry("Breiclub").area == centrum
    assert entry("Verre Club").stands_in == drawn.pk
    found = client.get("/organisaties/?wijk=molenwijk").content.decode()
    assert "Koor De Vink" in found
    assert "Breiclub" not in found
    assert "Breiclub" in client.get("/wijken/centrum/").content.decode()


def test_a_list_that_names_the_wijk_needs_no_map(waterdrecht, molenwijk, mila):
    row = "Breiclub;Breien;molenwijk"
    taken(waterdrecht, mila, row, header="Naam;Wat doet het;Wijk")
    assert entry("Breiclub").area == molenwijk


def test_a_list_that_came_before_the_map_is_placed_afterwards(waterdrecht, molenwijk, mila, client):
    row = "Koor De Vink;Zingen;;0184 555 030;Dijk 1;4291AA;Waterdrecht;"
    taken(waterdrecht, mila, row)
    assert entry("Koor De Vink").area is None
    draw(waterdrecht)
    know(waterdrecht)
    jobs.run_pending()
    koor = entry("Koor De Vink")
    assert koor.area == molenwijk
    assert koor.locations.get().point == (51.81, 4.78)
    assert "Koor De Vink" in client.get("/organisaties/?wijk=molenwijk").content.decode()
    assert actions.place_again(waterdrecht.pk) == 0, "and once more moves nothing"


def test_looking_up_a_town_again_takes_few_queries(drawn, django_assert_max_num_queries):
    for number in range(12):
        make_entry(drawn, f"Club {number}", **at("4291AA"))
    Entry.objects.update(area=None)
    with django_assert_max_num_queries(17):
        assert actions.place_again(drawn.pk) == 12


def test_a_list_of_postcodes_with_their_wijk_will_do(waterdrecht, molenwijk, centrum):
    """Also four digits, unless the six signs say otherwise."""
    know(waterdrecht, Lies("4291", wijk="Wijk 01 Molenwijk"), Lies("4291AB", wijk="centrum"))
    assert make_entry(waterdrecht, "Koor", **at("4291AA")).area == molenwijk
    assert make_entry(waterdrecht, "Club", **at("4291AB")).area == centrum


def test_the_first_place_of_which_we_know_the_wijk_counts(drawn, centrum):
    spots = (Spot(street="Ver 1", postcode="9999ZZ"), Spot(street="Dijk 2", postcode="4291AB"))
    assert make_entry(drawn, locations=spots).area == centrum


def test_an_organisation_is_found_in_each_wijk_where_it_has_a_place(drawn, client):
    """Counted in each, near each, two pins, and one card."""
    spots = [Spot(street="Dijk 1", postcode="4291AA"), Spot(street="Markt 2", postcode="4291AB")]
    make_entry(drawn, "Bibliotheek", locations=tuple(located_many(spots)))
    for name, spot in zip(("Alle Hens", "Breiclub"), spots, strict=True):
        make_entry(drawn, name, locations=tuple(located_many([spot])))
    jobs.run_pending()

    def cards(query):
        shown = client.get(f"/organisaties/?{query}").context
        return [card.title for card in shown["page"].cards], shown

    assert cards("wijk=molenwijk")[0] == ["Alle Hens", "Bibliotheek"]
    found, shown = cards("wijk=centrum&weergave=kaart")
    assert found == ["Bibliotheek", "Breiclub"]
    assert {area.value: area.count for area in shown["facets"].areas} == {
        "molenwijk": "2", "centrum": "2"}  # fmt: skip
    assert len(shown["places"]["pins"]) == 3
    assert {each["properties"]["count"] for each in shown["places"]["outlines"]} == {1, 2}
    assert cards("bij=4291AA")[0] == ["Alle Hens", "Bibliotheek", "Breiclub"]
    assert cards("bij=4291AB")[0] == ["Bibliotheek", "Breiclub", "Alle Hens"]
    line = client.get("/organisaties/overzicht.csv?wijk=centrum").content.decode("utf-8-sig")
    assert "Molenwijk, Centrum" in line


def test_moving_house_moves_the_wijk(drawn, molenwijk, centrum):
    here = make_entry(drawn, **at("4291AA"))
    assert here.area == molenwijk
    assert moved(here, **at("4291AB")).area == centrum
    actions.restore(here, here.versions.order_by("made_at")[1], by=None)
    assert fresh(here).area == molenwijk, "an earlier version brings its wijk back"


def test_who_was_let_in_on_the_site_of_a_wijk_stays_there_without_address(drawn, molenwijk):
    assert make_entry(molenwijk, locations=()).stands_in == molenwijk.pk


def test_a_new_part_of_the_place_is_looked_up(waterdrecht, mila):
    here = make_entry(waterdrecht, locations=(), area_words="Havenkwartier")
    part = arranging.add_part(waterdrecht, name="Havenkwartier", kind="district", by=mila)
    jobs.run_pending()
    assert fresh(here).area == part


def test_an_editor_chooses_the_wijk_and_the_map_leaves_it(
    drawn, molenwijk, centrum, mila, as_member
):
    here = make_entry(drawn, **at("4291AA"))
    page = f"{here.get_absolute_url()}plek/0/"
    client = as_member(mila)
    shown = client.get(page).content.decode()
    assert "In welke wijk?" in shown
    assert "De hele plaats" in shown
    said = {"street": "Dijk 1", "postcode": "4291AA", "wijk": "centrum"}
    assert client.post(page, said).status_code == 302
    assert fresh(here).area == centrum
    actions.place_again(drawn.pk)
    assert fresh(here).area == centrum
    client.post(page, said | {"wijk": "waterdrecht"})
    assert fresh(here).area == drawn
    client.post(page, said | {"wijk": ""})
    assert fresh(here).area == molenwijk
    assert client.post(page, said | {"wijk": "elders"}).status_code == 422


def test_a_place_without_wijken_does_not_ask(waterdrecht, elders, as_member):
    joke = give(make_member("Joke", elders), RoleName.MANAGER, elders)
    here = make_entry(elders)
    client = as_member(joke, host="elders.testserver")
    page = client.get(f"{here.get_absolute_url()}plek/0/").content.decode()
    assert "In welke wijk?" not in page


def test_a_connector_of_a_wijk_keeps_what_has_its_address_there(drawn, molenwijk, centrum):
    connector = give(make_member("Cor", molenwijk), RoleName.CONNECTOR, molenwijk)
    here = make_entry(drawn, "Koor", **at("4291AA", lat=51.81, lon=4.78))
    there = make_entry(drawn, "Club", **at("4291AB", lat=51.81, lon=4.80))
    assert access.keeps(connector, here)
    assert not access.keeps(connector, there)
    assert list(access.stewarded(connector, drawn)) == [here]


def test_the_wijk_is_kept_in_what_it_said_before(drawn):
    here = make_entry(drawn, **at("4291AA", wijk="centrum"))
    assert sheet_of(here).locations[0].wijk == "centrum"
    assert here.versions.first().sheet["locations"][0]["wijk"] == "centrum"
