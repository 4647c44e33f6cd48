"""A portrait is for neighbours whom we have met; a logo for everybody (H9, H16)."""

import pytest

from plein.foundation.communities import actions, tree
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import hide_picture
from plein.foundation.media.models import Picture


@pytest.fixture
def keep(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def keep_one(town_id, made_by) -> Picture:
        picture = Picture.objects.create(town_id=town_id, made_by=made_by, width=800, height=600)
        file = tmp_path / picture.path(320)
        file.parent.mkdir(parents=True)
        file.write_bytes(b"RIFF0000WEBP")
        return picture

    return keep_one


@pytest.fixture
def portrait(noor, keep) -> Picture:
    noor.photo = keep(noor.town_id, noor.pk)
    noor.save(update_fields=["photo"])
    return noor.photo


def seen(browser, picture) -> bool:
    return browser.get(picture.url(320)).status_code == 200


def test_i_see_myself(as_member, noor, portrait):
    assert seen(as_member(noor), portrait)


def test_a_neighbour_sees_me(as_member, bram, portrait):
    assert seen(as_member(bram), portrait)


def test_somebody_nobody_greeted_does_not(as_member, nadia, portrait):
    assert not seen(as_member(nadia), portrait)


def test_a_guest_does_not(as_member, portrait):
    assert not seen(as_member(), portrait)


def test_joost_of_another_town_does_not(as_member, joost, portrait):
    assert not seen(as_member(joost), portrait)
    assert not seen(as_member(joost, host="elders.testserver"), portrait)


@pytest.mark.parametrize("who_blocks", ["noor", "bram"])
def test_after_a_block_neither_sees_the_other(as_member, noor, bram, portrait, who_blocks):
    one, other = (noor, bram) if who_blocks == "noor" else (bram, noor)
    actions.block(other, by=one)

    assert seen(as_member(bram), portrait) is (who_blocks == "bram")


def test_who_is_not_active_yet_sees_nobody(as_member, bram, portrait):
    Member.objects.filter(pk=bram.pk).update(state=Member.State.WAITING)

    assert not seen(as_member(bram), portrait)


def test_after_leaving_nobody_sees_me(as_member, noor, bram, portrait):
    actions.leave(noor, by=noor)

    assert not seen(as_member(bram), portrait)


@pytest.fixture
def logo(waterdrecht, keep) -> Picture:
    waterdrecht.logo = keep(waterdrecht.pk, None)
    waterdrecht.save(update_fields=["logo"])
    tree.changed(waterdrecht.pk)
    return waterdrecht.logo


def test_everybody_sees_the_logo(as_member, nadia, logo):
    assert seen(as_member(), logo)
    assert seen(as_member(nadia), logo)


def test_not_on_the_site_of_another_town(as_member, elders, logo):
    assert not seen(as_member(host="elders.testserver"), logo)


def test_a_portrait_costs_no_more_than_a_page(
    as_member, bram, portrait, django_assert_max_num_queries
):
    browser = as_member(bram)

    with django_assert_max_num_queries(9):
        seen(browser, portrait)


def test_under_a_portrait_stands_the_way_to_hide_it_and_a_hidden_one_is_gone(
    as_member, noor, bram, portrait
):
    page = f"/mensen/{noor.pk}/"
    assert "Ik sta hierop en wil dat niet" in as_member(bram).get(page).content.decode()

    hide_picture(portrait)

    for reader, address in ((bram, page), (noor, page), (noor, "/mijn/profiel/")):
        assert str(portrait.pk) not in as_member(reader).get(address).content.decode()
