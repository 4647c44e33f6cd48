"""The manager composes the front page: up, down, on, off. It stays quiet: three blocks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.home import blocks
from plein.bridges.home.actions import count
from plein.bridges.home.models import Front, Number
from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.models import Moment, Row
from plein.features.noticeboard.tests.making import agreed, make_ask, make_offer
from plein.features.pages import actions as pages
from plein.foundation.communities import tree
from plein.lib.keys import uuid7

PAGE = "/instellingen/voorpagina/"


def make_story(editor, title="Hoe een wiel een straat verbond", **more):
    said = pages.Said(kind="story", title=title, lead="Vier buren.", **more)
    page = pages.write(said, community=editor.home.town, by=editor)
    pages.publish(page, by=editor)
    return page


def happening(member, place, title, starts_at, audience="public"):
    """A row as the agenda makes it, with one moment."""
    row = Row.objects.create(
        id=uuid7(),
        town_id=place.town_id,
        community=place,
        area=place,
        house="agenda",
        kind="activity",
        reach="up",
        audience=audience,
        url="/activiteiten/x/",
        title=title,
        words=title,
        changed_at=starts_at,
    )
    Moment.objects.create(town_id=place.town_id, row=row, starts_at=starts_at)
    return row


def press(client, block, do):
    return client.post(PAGE, {"blok": block, "doe": do})


def test_a_fresh_place_says_welcome(as_member, waterdrecht):
    html = as_member().get("/").content.decode()

    assert "Welkom bij Waterdrecht" in html
    assert "Nieuw op het prikbord" not in html


def test_the_newest_story_stands_on_the_front_page(as_member, mila):
    make_story(mila, "Het oude verhaal")
    make_story(mila)

    html = as_member().get("/").content.decode()

    assert "Hoe een wiel een straat verbond" in html
    assert "Het oude verhaal" not in html


def test_a_story_for_members_is_not_for_strangers(as_member, mila, noor):
    make_story(mila, audience="members")

    assert "Hoe een wiel" not in as_member().get("/").content.decode()
    assert "Hoe een wiel" in as_member(noor).get("/").content.decode()


def test_a_manager_moves_a_block_up(as_member, mila, noor):
    make_offer(noor)
    make_story(mila)
    index_town(mila.town_id)
    client = as_member(mila)

    for _ in range(2):
        press(client, "story", "hoger")

    html = as_member().get("/").content.decode()
    assert html.index("Een verhaal") < html.index("Nieuw op het prikbord")


def test_a_block_that_is_off_is_gone(as_member, mila, noor):
    make_offer(noor)
    index_town(mila.town_id)
    client = as_member(mila)

    press(client, "board", "uit")
    assert "Nieuw op het prikbord" not in as_member().get("/").content.decode()
    press(client, "board", "aan")
    assert "Nieuw op het prikbord" in as_member().get("/").content.decode()


def test_a_wijk_with_a_host_composes_its_own(as_member, mila, noor, waterdrecht, molenwijk):
    make_offer(noor)
    index_town(mila.town_id)
    client = as_member(mila, host="molenwijk.testserver")

    press(client, "board", "uit")

    wijk = as_member(host="molenwijk.testserver").get("/").content.decode()
    assert "Nieuw op het prikbord" not in wijk
    assert "Nieuw op het prikbord" in as_member().get("/").content.decode()


@pytest.mark.parametrize("who", [None, "noor", "fatima"])
def test_others_compose_nothing(as_member, waterdrecht, request, who):
    client = as_member(request.getfixturevalue(who) if who else None)

    assert press(client, "board", "uit").status_code in (302, 404)
    assert not Front.objects.exists()


def test_a_block_that_is_none_does_not_exist(as_member, mila):
    assert press(as_member(mila), "advertenties", "aan").status_code == 404


def test_an_odd_button_changes_nothing(as_member, mila):
    press(as_member(mila), "board", "dansen")

    assert Front.objects.get().order == [block.key for block in blocks.BLOCKS]


def test_at_the_end_a_block_stays_where_it_is():
    usual = blocks.arrangement(blocks.BLOCKS, (), ())

    assert usual.moved("board", -1) == usual
    assert usual.moved("districts", 1) == usual
    assert usual.moved("board", 1).order[:2] == ("week", "board")


def test_an_old_arrangement_learns_of_new_blocks():
    found = blocks.arrangement(blocks.BLOCKS, ["story", "vergaan", "board"], ["vergaan", "week"])

    assert found.order == ("story", "board", "week", "welcome", "number", "districts")
    assert found.off == {"week"}


def test_three_blocks_and_lines_under_them():
    shown, lines = blocks.shown(["week", "number", "board", "story", "welcome", "districts"])

    assert shown == ["week", "board", "story"]
    assert lines == ["number", "districts"]


def test_the_number_counts_appointments(as_member, noor, bram, waterdrecht, molenwijk, elders):
    agreed(make_ask(noor), bram)

    for place in (waterdrecht, molenwijk, elders):
        count(place)

    told = dict(Number.objects.values_list("community__slug", "agreed"))
    assert told == {"waterdrecht": 1, "molenwijk": 1, "elders": 0}


@pytest.mark.parametrize(("number", "there"), [(4, False), (5, True), (45, True)])
def test_a_small_number_is_not_told(as_member, waterdrecht, number, there):
    count(waterdrecht)
    Number.objects.update(agreed=number)

    html = as_member().get("/").content.decode()

    assert (f"{number} afspraken" in html) is there


def test_counting_twice_is_one_number(waterdrecht):
    count(waterdrecht)
    count(waterdrecht)

    assert Number.objects.count() == 1


def test_what_is_off_in_the_street_is_off_on_the_front_page(as_member, mila, centrum, waterdrecht):
    make_story(mila)
    waterdrecht.module_changes = {"about": False, "districts": False}
    waterdrecht.save(update_fields=["module_changes"])
    tree.changed(waterdrecht.pk)

    html = as_member().get("/").content.decode()

    assert "Hoe een wiel" not in html
    assert "/wijken/centrum/" not in html
    assert "/over/" not in html


def test_this_week_says_the_day_and_the_hour(as_member, noor, waterdrecht, molenwijk):
    start = timezone.now() + timedelta(days=2)
    row = happening(noor, molenwijk, "Soep op de stoep", start)
    happening(noor, molenwijk, "Pas over een maand", timezone.now() + timedelta(days=30))

    html = as_member().get("/").content.decode()

    local = timezone.localtime(start)
    assert row.title in html
    assert "Pas over een maand" not in html
    assert f"{local.day} " in html[html.index("Deze week") :]
    assert f"{local:%H.%M}" in html[html.index("Deze week") :]


def test_what_is_for_members_is_not_in_the_week_of_a_stranger(as_member, noor, bram, molenwijk):
    start = timezone.now() + timedelta(days=2)
    happening(noor, molenwijk, "Besloten soep", start, audience="members")

    assert "Besloten soep" not in as_member().get("/").content.decode()
    assert "Besloten soep" in as_member(bram).get("/").content.decode()
