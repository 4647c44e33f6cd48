"""The address of a picture: safe to open, for this town only."""

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from plein.foundation.media import actions


@pytest.fixture
def picture(noor, photo):
    return actions.keep_picture(photo(), town=noor.town, by=noor, alt="Een tuin")


def test_it_is_served_as_webp_and_nothing_else(as_member, noor, picture):
    response = as_member(noor).get(picture.url(800))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content)[8:12] == b"WEBP"


def test_only_the_reader_keeps_it(as_member, noor, picture):
    assert as_member(noor).get(picture.url(320))["Cache-Control"].startswith("private")


def test_nothing_in_it_can_run(as_member, noor, picture):
    assert "sandbox" in as_member(noor).get(picture.url(320))["Content-Security-Policy"]


@pytest.mark.parametrize("size", [0, 1, 321, 5000, 99999999999999999999])
def test_other_sizes_do_not_exist(as_member, noor, picture, size):
    assert as_member(noor).get(picture.url(size)).status_code == 404


def test_an_unknown_picture_does_not_exist(as_member, noor):
    assert as_member(noor).get(f"/beeld/{uuid4()}/800.webp").status_code == 404


def test_for_joost_on_the_site_of_his_town_it_does_not_exist(as_member, joost, picture):
    response = as_member(joost, host="elders.testserver").get(picture.url(800))

    assert response.status_code == 404


def test_a_file_that_is_gone_is_a_plain_404(as_member, noor, picture):
    default_storage.delete(picture.path(800))

    assert as_member(noor).get(picture.url(800)).status_code == 404


def test_it_can_only_be_looked_at(as_member, noor, picture):
    assert as_member(noor).post(picture.url(800)).status_code in (403, 405)


def test_what_belongs_to_nothing_is_for_its_maker_only(as_member, bram, picture):
    assert as_member(bram).get(picture.url(800)).status_code == 404
    assert as_member().get(picture.url(800)).status_code == 404


def test_every_wijk_of_the_town_shows_it(as_member, noor, picture):
    response = as_member(noor, host="molenwijk.testserver").get(picture.url(800))

    assert response.status_code == 200
