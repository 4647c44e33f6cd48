"""What a place switched off is gone: no page, no house, no button, no matter (SIMPLE-2)."""

import pytest

from plein.foundation.communities import tree
from plein.foundation.communities.sizes import MODULES, modules_with

BOARD_PAGES = ["/prikbord/", "/prikbord/vragen/", "/prikbord/aanbieden/", "/prikbord/mijn/"]


def switch_off(community, *modules):
    community.module_changes = dict.fromkeys(modules, False)
    community.save(update_fields=["module_changes"])
    tree.changed(community.town_id)


@pytest.mark.parametrize("path", BOARD_PAGES)
def test_a_board_that_is_on_can_be_opened(as_member, noor, path):
    assert as_member(noor).get(path).status_code == 200


@pytest.mark.parametrize("path", BOARD_PAGES)
def test_a_board_that_is_off_does_not_exist(as_member, waterdrecht, noor, path):
    switch_off(waterdrecht, "noticeboard")

    assert as_member(noor).get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/mijn/"])
def test_without_a_board_no_page_speaks_of_it(as_member, waterdrecht, noor, path):
    switch_off(waterdrecht, "noticeboard")

    page = as_member(noor).get(path).content.decode()

    assert "/prikbord/" not in page
    assert "Ik heb een vraag" not in page


def test_one_site_without_a_board_leaves_the_others_theirs(as_member, waterdrecht, molenwijk, noor):
    switch_off(molenwijk, "noticeboard")

    assert as_member(host="molenwijk.testserver").get("/prikbord/").status_code == 404
    assert as_member(noor).get("/prikbord/").status_code == 200


def test_a_street_has_no_page_of_districts(as_member, waterdrecht, molenwijk):
    waterdrecht.size = "straat"
    waterdrecht.save(update_fields=["size"])
    tree.changed(waterdrecht.pk)

    assert as_member().get("/wijken/").status_code == 404
    assert "/wijken/" not in as_member().get("/").content.decode()


def test_a_page_about_the_place_goes_with_its_house(as_member, waterdrecht):
    switch_off(waterdrecht, "about")

    assert as_member().get("/over/").status_code == 404
    assert "/over/" not in as_member().get("/").content.decode()


def test_signing_in_and_calling_belong_to_no_module(as_member, waterdrecht):
    switch_off(waterdrecht, *(module.key for module in MODULES))

    assert as_member().get("/inloggen/").status_code == 200
    assert as_member().get("/contact/").status_code == 200


@pytest.mark.parametrize(
    ("page", "modules"),
    [
        ("noticeboard:post", {"noticeboard"}),
        ("overviews:board", {"noticeboard"}),
        ("activities:new", {"agenda", "showcase"}),
        ("pages:page", {"about"}),
        ("accounts:sign-in", set()),
    ],
)
def test_a_page_knows_its_modules(page, modules):
    assert modules_with(page) == modules


HOUSES = {
    "agenda": "/agenda/",
    "showcase": "/etalage/",
    "directory": "/organisaties/",
    "about": "/verhalen/",
}


@pytest.mark.parametrize(("module", "path"), HOUSES.items())
def test_an_overview_goes_with_its_house(as_member, waterdrecht, module, path):
    assert as_member().get(path).status_code == 200

    switch_off(waterdrecht, module)

    assert as_member().get(path).status_code == 404
    assert f'href="{path}"' not in as_member().get("/").content.decode()


def test_one_of_two_houses_keeps_the_app_they_share(waterdrecht):
    assert modules_with("activities:new") & (waterdrecht.modules - {"agenda"})
    assert not modules_with("activities:new") & (waterdrecht.modules - {"agenda", "showcase"})
