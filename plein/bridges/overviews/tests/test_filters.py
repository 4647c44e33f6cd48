"""Finding something: choices live in the address, combine, and never tell what is private."""

import pytest

from plein.bridges.overviews.nearby import read_near
from plein.bridges.overviews.tests.listings_made import made
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer, titles
from plein.foundation.communities import tree
from plein.foundation.communities.actions import mapping
from plein.foundation.communities.tests.making_maps import geojson, square
from plein.foundation.places.cells import cell_of
from plein.foundation.places.reading_outlines import read
from plein.foundation.places.reading_postcodes import Lies
from plein.foundation.taxonomy.models import TargetGroup
from plein.lib import week
from plein.testing.cast import make_part


def group(member, key):
    return TargetGroup.objects.get(town=member.town_id, key=key)


@pytest.fixture
def board(noor, bram, fatima):
    return indexed(
        make_ask(noor, title="Wie gaat er mee naar de markt?", when_bits=week.DAYTIME),
        make_ask(fatima, title="Wie snoeit de heg?", theme="tuin", audience="public"),
        make_offer(bram, title="Ik bak taart", when_bits=week.WEEKEND),
        make_offer(fatima, title="Eén uur tuinieren", theme="tuin", when_bits=week.EVENINGS),
    )


def found(client, query):
    return titles(client.get(f"/prikbord/?{query}"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("soort=vragen", ["Wie snoeit de heg?", "Wie gaat er mee naar de markt?"]),
        ("soort=aanbod", ["Eén uur tuinieren", "Ik bak taart"]),
        ("thema=tuin", ["Eén uur tuinieren", "Wie snoeit de heg?"]),
        ("thema=tuin&soort=vragen", ["Wie snoeit de heg?"]),
        ("zoek=MARKT", ["Wie gaat er mee naar de markt?"]),
        ("zoek=een+uur", ["Eén uur tuinieren"]),
        ("zoek=uur+taart", []),
        ("zoek=koken", ["Ik bak taart", "Wie gaat er mee naar de markt?"]),
        ("wijk=centrum", ["Eén uur tuinieren", "Wie snoeit de heg?"]),
        ("tijd=weekend", ["Ik bak taart", "Wie snoeit de heg?"]),
        ("tijd=overdag&soort=vragen", ["Wie snoeit de heg?", "Wie gaat er mee naar de markt?"]),
        ("tijd=avond&soort=aanbod", ["Eén uur tuinieren"]),
    ],
)
def test_a_neighbour_finds(as_member, bram, board, query, expected):
    assert found(as_member(bram), query) == expected


@pytest.mark.parametrize(
    "query", ["soort=geheim", "thema=x", "wijk=x", "tijd=x", "na=x", "doelgroep=%00", "zoek=%00"]
)
def test_an_odd_address_still_shows_the_board(as_member, bram, board, query):
    assert len(found(as_member(bram), query)) == 4


def test_a_stranger_does_not_find_a_private_ask_by_its_words(as_member, board):
    assert found(as_member(), "zoek=markt") == []
    assert found(as_member(), "zoek=Noor") == []


def test_a_stranger_finds_it_by_theme_wijk_and_part_of_the_week(as_member, board):
    teaser = "Iemand in Molenwijk zoekt hulp met boodschappen of koken"

    for query in ("thema=boodschappen-koken", "wijk=molenwijk", "tijd=overdag", "zoek=koken"):
        assert teaser in found(as_member(), query)
    assert teaser not in found(as_member(), "tijd=weekend")


def test_a_stranger_does_not_learn_the_day(as_member, noor, board):
    days = [week.slot(1, 0), week.slot(3, 1)]
    indexed(*[make_ask(noor, when_bits=bits) for bits in days])

    texts = [card.facts for card in as_member().get("/prikbord/").context["page"].cards[:2]]

    assert texts[0] == texts[1]


@pytest.mark.parametrize("who", ["guest", "nadia", "bram", "fatima"])
def test_for_whom_a_private_ask_is_meant_is_a_filter_for_nobody(as_member, request, noor, who):
    indexed(make_ask(noor, groups=[group(noor, "alleenstaanden")]))
    member = None if who == "guest" else request.getfixturevalue(who)

    assert found(as_member(member), "doelgroep=alleenstaanden") == []


def test_what_is_public_can_be_found_by_target_group(as_member, bram):
    indexed(make_offer(bram, groups=[group(bram, "ouderen")]))

    assert found(as_member(), "doelgroep=ouderen") == ["Ik help met lampen"]


def test_what_was_chosen_stands_above_the_cards_and_can_be_taken_away(as_member, bram, board):
    page = as_member(bram).get("/prikbord/?thema=tuin&zoek=heg&soort=vragen")

    assert page.context["filters"].chosen() == [
        ("“heg”", "?soort=vragen&thema=tuin"),
        ("Tuin", "?soort=vragen&zoek=heg"),
    ]
    assert "1 gevonden" in page.content.decode()


def test_nothing_found_is_said_kindly(as_member, bram, board):
    text = as_member(bram).get("/prikbord/?zoek=olifant").content.decode()

    assert "Nu niets gevonden" in text


def test_many_are_not_counted_to_the_end(as_member, bram, noor):
    indexed(*[make_offer(noor) for _ in range(105)])

    text = as_member(bram).get("/prikbord/?soort=aanbod").content.decode()

    assert "Meer dan 100 gevonden" in text


def test_near_by_from_what_a_list_of_postcodes_tells(waterdrecht, molenwijk):
    """The point of a postcode, of its four digits, or the middle of its wijk."""
    outline = read(geojson(square(4.77, "Molenwijk")), municipality="").outlines
    mapping.draw_outlines(waterdrecht, outline, by=None)
    rows = [Lies("4291", 51.9, 4.9), Lies("4291AA", 51.8, 4.7), Lies("4292AA", wijk="Molenwijk")]
    mapping.place_postcodes(waterdrecht, rows, by=None)
    wijken = tree.of(waterdrecht.pk).districts(waterdrecht)
    assert read_near("4291 aa", wijken).cell == cell_of(51.8, 4.7)
    assert read_near("4291 zz", wijken).cell == read_near("4291", wijken).cell == cell_of(51.9, 4.9)
    assert read_near("4292AA", wijken).cell == cell_of(51.81, 4.78)
    assert read_near("9999ZZ", wijken).cell is None


def test_a_wijk_counts_once_what_has_two_places_in_it(client, waterdrecht, molenwijk, centrum):
    buurt = make_part(molenwijk, "Hof", "hof")
    made(waterdrecht, "Bieb", area=molenwijk.pk, more_areas=(buurt.pk, centrum.pk))
    made(waterdrecht, "Koor", area=centrum.pk)

    for query in ("", "wijk=molenwijk", "wijk=centrum"):
        areas = client.get(f"/organisaties/?{query}").context["facets"].areas
        assert {area.value: area.count for area in areas} == {"molenwijk": "1", "centrum": "2"}


def test_of_a_private_thing_no_second_place_is_kept(waterdrecht, molenwijk, centrum):
    point = (51.8, 4.8)
    row = made(molenwijk, "Geheim", "noticeboard", audience="members", point=point,
               more_areas=(centrum.pk,), more_points=(point,))  # fmt: skip

    assert (row.areas, row.points) == ([molenwijk.pk], [])


def test_each_theme_of_an_organisation_finds_and_counts_it(client, waterdrecht):
    row = made(waterdrecht, "Moestuin", theme="tuin", more_themes=("klussen", "taal-papieren"))
    made(waterdrecht, "Koor", theme="klussen")

    for theme, found in {"tuin": ["Moestuin"], "klussen": ["Koor", "Moestuin"]}.items():
        page = client.get(f"/organisaties/?thema={theme}").context
        assert [card.title for card in page["page"].cards] == found
        counts = {option.value: option.count for option in page["facets"].themes}
        assert counts == {"tuin": "1", "klussen": "2", "taal-papieren": "1"}
    assert row.themes == ["tuin", "klussen", "taal-papieren"]
    sheet = client.get("/organisaties/overzicht.csv?thema=tuin").content.decode("utf-8-sig")
    assert sheet.count("Moestuin") == 1


def test_near_by_what_nobody_confirmed_for_long_still_stands_below(client, molenwijk, centrum):
    made(molenwijk, "Dichtbij", sinks=2, point=(51.81, 4.78))
    made(centrum, "Verder weg", point=(51.9, 4.9))
    mapping.place_postcodes(molenwijk.town, [Lies("4291AA", 51.81, 4.78)], by=None)

    cards = client.get("/organisaties/?bij=4291AA").context["page"].cards

    assert [card.title for card in cards] == ["Verder weg", "Dichtbij"]
