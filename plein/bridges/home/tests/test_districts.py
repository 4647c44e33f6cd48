"""A page per wijk: where it lies, who to turn to, and what plays there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.bridges.home import outlines
from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.tests.listings_made import made, moment
from plein.features.activities.tests.making import make_activity
from plein.features.noticeboard.tests.making import make_offer
from plein.features.pages import actions as pages
from plein.features.pages.tests.making import make_question
from plein.foundation.communities import tree
from plein.foundation.places.models import Area
from plein.testing.cast import give, make_member, make_part

SQUARE = [[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.1], [4.0, 52.0]]


def outlined(part, ring=SQUARE, kind="Polygon"):
    coordinates = [ring] if kind == "Polygon" else [[ring]]
    part.area = Area.objects.create(
        code=part.slug,
        name=part.name,
        lat=52.05,
        lon=4.05,
        outline={"type": kind, "coordinates": coordinates},
    )
    part.save()
    tree.changed(part.town_id)
    return part


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def page(client, part):
    return client.get(f"/wijken/{part.slug}/").content.decode()


def test_the_map_shows_where_a_wijk_lies(as_member, centrum):
    outlined(centrum)

    html = page(as_member(), centrum)

    assert 'aria-label="Kaart: waar Centrum ligt"' in html
    assert "outline__shape--here" in html


def test_without_an_outline_there_is_no_map(as_member, centrum):
    assert "<svg viewBox" not in page(as_member(), centrum).split("<main")[1].split("Nieuw op")[0]


@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_an_outline_is_drawn_with_north_on_top(centrum, kind):
    drawing = outlines.draw([outlined(centrum, kind=kind)])

    (shape,) = drawing.shapes
    assert drawing.wide == 640
    assert shape.path.startswith("M10 ")
    assert shape.path.endswith("Z")
    assert (shape.x, shape.y) == (320, round(drawing.high / 2))


@pytest.mark.parametrize("outline", [{}, {"type": "Polygon", "coordinates": []}, {"type": "Point"}])
def test_an_odd_outline_is_not_drawn(centrum, outline):
    outlined(centrum)
    centrum.area.outline = outline

    assert outlines.draw([centrum]) is None


def test_members_see_connectors_with_their_names(as_member, noor, centrum):
    sanne = give(make_member("Sanne", centrum), "connector", centrum)

    html = page(as_member(noor), centrum)

    assert "Sanne" in html
    assert f"/mensen/{sanne.pk}/" in html


def test_a_stranger_reads_a_phone_number_and_no_names(as_member, centrum):
    give(make_member("Sanne", centrum), "connector", centrum)

    html = page(as_member(), centrum)

    assert "Sanne" not in html
    assert "0184-555 010" in html


def test_who_left_or_was_blocked_stands_there_no_more(as_member, noor, centrum):
    from plein.foundation.communities.actions import block

    sanne = give(make_member("Sanne", centrum), "connector", centrum)
    block(sanne, by=noor)

    assert "Sanne" not in page(as_member(noor), centrum)


def test_a_connector_of_another_wijk_is_not_of_this_one(as_member, noor, centrum, waterdrecht):
    other = make_part(waterdrecht, "De Akkers", "de-akkers")
    give(make_member("Sanne", other), "connector", other)

    assert "Sanne" not in page(as_member(noor), centrum)


def test_what_plays_in_a_wijk_stands_there_and_not_next_door(as_member, mila, centrum, waterdrecht):
    other = make_part(waterdrecht, "De Akkers", "de-akkers")
    said = pages.Said(kind="news", title="Markt op vrijdag")
    pages.publish(pages.write(said, community=centrum, by=mila), by=mila)
    make_offer(make_member("Sanne", centrum), title="Ik help in het Centrum")
    index_town(waterdrecht.pk)

    here, there = page(as_member(), centrum), page(as_member(), other)

    assert "Markt op vrijdag" in here
    assert "Ik help in het Centrum" in here
    assert 'href="/verhalen/?wijk=centrum"' in here
    assert 'href="/prikbord/?wijk=centrum"' in here
    assert "Ik help in het Centrum" in as_member().get("/prikbord/?wijk=centrum").content.decode()
    assert "Markt op vrijdag" not in there
    assert "Ik help in het Centrum" not in there


def test_what_goes_everywhere_stands_in_each_wijk_after_its_own(
    as_member, mila, centrum, waterdrecht
):
    """PLACE-2: a wijk without a site of its own shows it on its page, two things of each kind."""
    for number in range(3):
        make_offer(mila, community=waterdrecht, title=f"Van de plaats {number}")
    make_offer(mila, community=waterdrecht, reach="up", title="Alleen bij de plaats")
    make_offer(make_member("Sanne", centrum), title="Van het Centrum")
    activity = make_activity(mila, community=waterdrecht, first_day=tomorrow())
    index_town(waterdrecht.pk)

    found = as_member().get(f"/wijken/{centrum.slug}/").context
    found = dict(found["sections"])
    titles = [card.title for card in found["board"]]
    assert titles == ["Van het Centrum", "Van de plaats 2", "Van de plaats 1"]
    assert [card.title for card in found["week"]] == [activity.title]

    type(centrum).objects.filter(pk=centrum.pk).update(takes_down=False)
    tree.changed(waterdrecht.pk)
    assert "Van de plaats" not in page(as_member(), centrum)


def test_what_neighbours_want_to_know_stands_at_their_wijk(
    client, as_member, noor, centrum, waterdrecht
):
    other = make_part(waterdrecht, "De Akkers", "de-akkers")
    make_question(make_member("Sanne", centrum), title="Wie kent een goede fietsenmaker?")
    index_town(waterdrecht.pk)

    here = page(as_member(noor), centrum)
    assert "Wie kent een goede fietsenmaker?" in here
    assert "/over/wie-weet-het/vragen/" in here
    assert "Wie kent een goede fietsenmaker?" not in page(as_member(), other)

    outside = page(client, centrum)
    assert "Wie kent een goede fietsenmaker?" in outside
    assert "/over/wie-weet-het/vragen/" not in outside

    way = "/verhalen/?wijk=centrum&amp;soort=wie-weet-het"
    assert way in here
    found = client.get(way.replace("&amp;", "&")).content.decode()
    assert "Wie kent een goede fietsenmaker?" in found


def test_a_manager_composes_the_page_of_a_wijk(as_member, mila, noor, centrum, waterdrecht):
    make_offer(make_member("Sanne", centrum), title="Van het Centrum")
    make_activity(mila, community=waterdrecht, first_day=tomorrow())
    index_town(waterdrecht.pk)
    client, compose = as_member(mila), f"/instellingen/delen/{centrum.pk}/bladzijde/"
    keys = lambda: [key for key, _cards in client.get("/wijken/centrum/").context["sections"]]  # noqa: E731
    assert keys() == ["board", "week"]
    assert compose in client.get(f"/instellingen/delen/{centrum.pk}/").content.decode()

    client.post(compose, {"blok": "week", "doe": "hoger"})
    assert keys() == ["week", "board"]
    client.post(compose, {"blok": "board", "doe": "uit"})
    assert keys() == ["week"]

    assert client.post(compose, {"blok": "number", "doe": "uit"}).status_code == 404
    assert as_member(noor).get(compose).status_code == 404


def test_a_wijk_with_a_site_is_composed_there(as_member, mila, molenwijk):
    page_of = f"/instellingen/delen/{molenwijk.pk}/bladzijde/"

    assert as_member(mila).get(page_of).status_code == 404
    assert as_member(mila, host="molenwijk.testserver").get(page_of).status_code == 404


def test_the_page_of_all_wijken_shows_one_map(as_member, centrum):
    outlined(centrum)

    assert "Kaart van de wijken" in as_member().get("/wijken/").content.decode()


HOUSES = ("noticeboard", "agenda", "about", "showcase", "directory")


def fill_wijk(part, town, times):
    """Of each house some of its own and some of the whole town, and as many connectors."""
    for number in range(times):
        give(make_member(f"Sanne{part.slug}{number}", part), "connector", part)
        for house in HOUSES:
            soon = {"moments": (moment(),)} if house == "agenda" else {}
            kind = "news" if house == "about" else "thing"
            made(part, f"{house} hier {number}", house, kind=kind, **soon)
            made(town, f"{house} overal {number}", house, kind=kind, reach="all", **soon)
        made(part, f"Vraag {number}", "about", kind="question")


def test_a_wijk_asks_the_same_for_one_as_for_many(
    as_member, noor, centrum, waterdrecht, django_assert_num_queries
):
    client = as_member(noor)
    fill_wijk(centrum, waterdrecht, 1)
    page(client, centrum)

    with CaptureQueriesContext(connection) as few:
        assert "overal 0" in page(client, centrum)
    asked = len(few)
    fill_wijk(make_part(waterdrecht, "De Akkers", "de-akkers"), waterdrecht, 8)
    page(client, centrum)
    assert asked <= 12
    with django_assert_num_queries(asked):
        assert "overal 7" in page(client, centrum)


def test_of_each_house_a_wijk_shows_its_own_first_and_two_of_the_whole_town(
    client, centrum, waterdrecht
):
    fill_wijk(centrum, waterdrecht, 9)

    found = dict(client.get(f"/wijken/{centrum.slug}/").context["sections"])

    titles = {key: [card.title for card in cards] for key, cards in found.items()}
    assert titles["board"] == [
        *(f"noticeboard hier {number}" for number in (8, 7, 6, 5)),
        *(f"noticeboard overal {number}" for number in (8, 7)),
    ]
    assert titles["stories"] == [
        *(f"about hier {number}" for number in (8, 7)),
        *(f"about overal {number}" for number in (8, 7)),
    ]
    assert titles["questions"] == [f"Vraag {number}" for number in (8, 7, 6, 5)]
    assert len(titles["week"]) == len(titles["showcase"]) == 4
    assert len(titles["directory"]) == 6


def test_who_has_a_place_in_two_wijken_stands_at_both(client, centrum, waterdrecht):
    other = make_part(waterdrecht, "De Akkers", "de-akkers")
    made(waterdrecht, "Bieb met twee deuren", area=other.pk, more_areas=(centrum.pk,))
    made(waterdrecht, "Loket van de Akkers", area=other.pk)

    here, there = page(client, centrum), page(client, other)

    assert "Bieb met twee deuren" in here
    assert "Bieb met twee deuren" in there
    assert "Loket van de Akkers" not in here


def test_the_page_of_all_wijken_never_cuts_a_word(as_member, centrum):
    whole = (
        "Het oude hart, met het Marktplein, de bibliotheek en smalle straten vol kleine winkels."
    )
    type(centrum).objects.filter(pk=centrum.pk).update(intro=f"{whole} En er is markt.")
    tree.changed(centrum.town_id)

    text = as_member().get("/wijken/").content.decode()

    assert f">{whole}<" in text


def test_what_nobody_confirmed_for_long_stands_below_the_other_organisations(client, centrum):
    made(centrum, "Bevestigd koor")
    made(centrum, "Al lang niet gebeld", sinks=2)

    html = page(client, centrum)

    assert html.index("Bevestigd koor") < html.index("Al lang niet gebeld")
