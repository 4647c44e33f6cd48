"""Beside one thing stand three others of other houses, as far as the reader may read them."""

import pytest

from plein.bridges.home import related
from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.models import Row
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.features.pages import actions as pages


@pytest.fixture
def story(mila, waterdrecht):
    theme = make_offer(mila, theme="tuin", title="Mila geeft stekjes").theme
    said = pages.Said(kind="story", title="De wijktuin bloeit", theme=theme)
    page = pages.write(said, community=waterdrecht, by=mila)
    pages.publish(page, by=mila)
    return page


def piece(client, thing, **headers):
    return client.get(f"/ook-hier/{thing.pk}/", headers=headers)


def test_a_story_shows_the_offer_that_goes_with_it(as_member, story, noor, waterdrecht):
    make_offer(noor, theme="tuin", title="Ik spit graag")
    make_offer(noor, theme="vervoer", title="Ik rijd je naar de dokter")
    index_town(waterdrecht.pk)

    html = piece(as_member(), story).content.decode()

    assert "Ik spit graag" in html
    assert "Ik rijd je" not in html


def test_an_offer_shows_the_story(as_member, story, noor, waterdrecht):
    offer = make_offer(noor, theme="tuin", title="Ik spit graag")
    index_town(waterdrecht.pk)

    html = piece(as_member(), offer).content.decode()

    assert "De wijktuin bloeit" in html
    assert "Mila geeft stekjes" not in html  # the same house: that is what its list is for


def test_an_organisation_stands_beside_each_of_its_themes(as_member, story, waterdrecht):
    make_entry(waterdrecht, "Repaircafe", themes=("klussen", "tuin"))
    make_entry(waterdrecht, "Taalhuis", themes=("klussen", "taal-papieren"))
    index_town(waterdrecht.pk)

    html = piece(as_member(), story).content.decode()

    assert "Repaircafe" in html
    assert "Taalhuis" not in html


def test_htmx_gets_the_list_without_the_page(as_member, story, noor, waterdrecht):
    index_town(waterdrecht.pk)

    html = piece(as_member(), story, **{"HX-Request": "true"}).content.decode()

    assert html.strip().startswith("<section")
    assert "<html" not in html


def test_a_private_ask_stands_beside_nothing_for_a_stranger(
    as_member, story, noor, bram, waterdrecht
):
    make_ask(noor, theme="tuin", title="Kanarie zoekt tuinman")
    index_town(waterdrecht.pk)

    assert "Kanarie" not in piece(as_member(), story).content.decode()
    assert "Kanarie" in piece(as_member(bram), story).content.decode()


def test_beside_a_private_ask_a_stranger_finds_nothing(as_member, noor, nadia, waterdrecht):
    ask = make_ask(noor, theme="tuin")
    index_town(waterdrecht.pk)

    assert piece(as_member(), ask).status_code == 404
    assert piece(as_member(nadia), ask).status_code == 404
    assert piece(as_member(noor), ask).status_code == 200


def test_never_more_than_three(as_member, story, noor, waterdrecht):
    for number in range(6):
        make_offer(noor, theme="tuin", title=f"Stekje {number}")
    index_town(waterdrecht.pk)
    row = Row.objects.get(pk=story.pk)

    assert len(related.also_here(row, None, waterdrecht)) == 3


def test_nothing_of_somebody_whom_one_blocked(as_member, story, noor, bram, waterdrecht):
    from plein.foundation.communities.actions import block

    make_offer(noor, theme="tuin", title="Ik spit graag")
    index_town(waterdrecht.pk)
    block(noor, by=bram)

    assert "Ik spit graag" not in piece(as_member(bram), story).content.decode()


def test_a_switched_off_house_is_not_beside_it(as_member, story, noor, waterdrecht):
    from plein.foundation.communities import tree

    make_offer(noor, theme="tuin", title="Ik spit graag")
    index_town(waterdrecht.pk)
    waterdrecht.module_changes = {"noticeboard": False}
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    assert "Ik spit graag" not in piece(as_member(), story).content.decode()


def test_of_another_town_it_does_not_exist(as_member, story, joost, waterdrecht):
    index_town(waterdrecht.pk)

    assert piece(as_member(joost, host="elders.testserver"), story).status_code == 404


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        ({"theme": "tuin"}, {"theme": "tuin"}, 4),
        ({"theme": ""}, {"theme": ""}, 0),
        ({"groups": "|senioren|"}, {"groups": "|senioren|jong|"}, 2),
        ({"theme": "tuin"}, {"theme": "vervoer"}, 0),
    ],
)
def test_likeness_counts_theme_and_group(one, other, points):
    assert related.likeness(Row(**one), Row(**other)).points == points
