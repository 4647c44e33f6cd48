"""A region lists and links its towns, and owns nothing itself."""

import pytest

from plein.testing.cast import make_town


@pytest.fixture
def region(db, waterdrecht, elders):
    region = make_town("Drechtoevers", "drechtoevers", "regio.testserver")
    region.kind = "region"
    region.save()
    waterdrecht.region = region
    waterdrecht.save()
    return region


def test_it_lists_its_towns_with_their_address(as_member, region):
    html = as_member(host="regio.testserver").get("/").content.decode()

    assert 'href="http://testserver/"' in html
    assert "Waterdrecht" in html
    assert "Elders" not in html


@pytest.mark.parametrize(
    "path", ["/prikbord/", "/over/", "/wijken/", "/agenda/", "/organisaties/", "/verhalen/"]
)
def test_it_has_no_content_of_its_own(as_member, region, path):
    assert as_member(host="regio.testserver").get(path).status_code == 404


def test_a_region_without_towns_says_so(as_member, elders):
    elders.kind = "region"
    elders.save()

    html = as_member(host="elders.testserver").get("/").content.decode()

    assert "Er doet nog geen plaats mee." in html


def test_nobody_is_asked_to_ask_something_there(as_member, region):
    html = as_member(host="regio.testserver").get("/").content.decode()

    assert "Ik heb een vraag" not in html
