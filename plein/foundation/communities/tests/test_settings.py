"""Managers arrange their place on the site itself (SIMPLE-1..4, PLACE-1)."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions, tree
from plein.foundation.communities.actions import arranging
from plein.foundation.communities.audit_lines import words
from plein.foundation.communities.forms.arranging import FirstPageForm
from plein.foundation.communities.models import Community, RoleName
from plein.foundation.communities.sizes import MODULES, Size, modules_of
from plein.testing.cast import give, make_member

PAGES = [
    "/instellingen/",
    "/instellingen/meer/",
    "/instellingen/kleuren/",
    "/instellingen/logo/",
    "/instellingen/blokken/",
    "/instellingen/webadres/",
    "/instellingen/bereik/",
    "/instellingen/bellen/",
    "/instellingen/delen/",
    "/instellingen/delen/nieuw/",
    "/instellingen/logboek/",
    "/instellingen/rollen/",
    "/instellingen/rollen/geven/",
    "/instellingen/themas/",
    "/instellingen/doelgroepen/",
    "/instellingen/organisaties/",
]
FIRST = {"name": "Waterdrecht", "size": "dorp", "posting": "everybody"}

A_PAGE = 50


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


def fresh(community) -> Community:
    return Community.objects.get(pk=community.pk)


@pytest.mark.parametrize("page", PAGES)
def test_only_a_manager_finds_the_settings(client, as_member, mila, fatima, noor, joost, page):
    assert client.get(page).url.startswith("/inloggen/")
    assert as_member(noor).get(page).status_code == 404
    assert as_member(fatima).get(page).status_code == 404
    assert as_member(joost, host="elders.testserver").get(page).status_code == 404
    assert as_member(mila).get(page).status_code == 200


def test_the_first_page_has_at_most_ten_choices_each_with_a_sentence():
    fields = FirstPageForm().fields
    assert len(fields) <= 10
    assert all(field.help_text for field in fields.values())


def test_every_choice_has_a_default(manager, waterdrecht):
    form = manager.get("/instellingen/").context["form"]
    assert form.initial.keys() == form.fields.keys()


def test_what_is_saved_stands_on_every_page_at_once(manager, client):
    manager.post("/instellingen/", FIRST | {"name": "Waterdrecht aan Zee", "phone": "0184 555 099"})

    page = client.get("/inloggen/").content.decode()
    assert "Waterdrecht aan Zee" in page
    assert "0184 555 099" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "<b>"},
        {"name": "x" * 81},
        {"size": "reus"},
        {"phone": "bel maar"},
        {"posting": "niemand"},
        {"intro": "x" * 601},
    ],
)
def test_what_cannot_be_is_explained(manager, waterdrecht, wrong):
    assert manager.post("/instellingen/", FIRST | wrong).status_code == 422
    assert fresh(waterdrecht).name == "Waterdrecht"


@pytest.mark.parametrize("size", Size.values)
def test_a_size_switches_the_blocks(manager, waterdrecht, size):
    manager.post("/instellingen/", FIRST | {"size": size})

    assert fresh(waterdrecht).modules == modules_of(size)


def test_a_street_has_a_notice_board_and_an_agenda_and_one_goal_only_a_board():
    assert {"noticeboard", "agenda"} <= modules_of("straat")
    assert "directory" not in modules_of("straat")
    assert "agenda" not in modules_of("doel")
    assert modules_of("dorp") == {module.key for module in MODULES}


def test_off_means_gone(manager, client, waterdrecht):
    for module in MODULES:
        actions.note_filled(waterdrecht, module.key, 9)
    houses = lambda: {h.key for h in client.get("/inloggen/").context["site"].houses}  # noqa: E731
    assert "noticeboard" in houses()

    manager.post("/instellingen/blokken/", {"modules": ["about"]})

    assert houses() <= {"about"}
    assert "Prikbord" not in client.get("/inloggen/").content.decode()


def test_a_block_may_be_on_beside_its_size(manager, waterdrecht):
    manager.post("/instellingen/", FIRST | {"size": "straat"})
    keys = [*modules_of("straat"), "directory"]

    manager.post("/instellingen/blokken/", {"modules": keys})

    assert fresh(waterdrecht).module_changes == {"directory": True}


def test_a_house_with_too_little_behind_it_is_not_shown(client, waterdrecht):
    keys = lambda: {h.key for h in client.get("/inloggen/").context["site"].houses}  # noqa: E731
    actions.note_filled(waterdrecht, "noticeboard", 2)
    assert "noticeboard" not in keys()
    actions.note_filled(waterdrecht, "noticeboard", 3)
    assert "noticeboard" in keys()


def test_the_caches_wake_only_when_a_house_fills_or_empties(waterdrecht):
    actions.note_filled(waterdrecht, "noticeboard", 3)
    before = fresh(waterdrecht).version
    actions.note_filled(waterdrecht, "noticeboard", 400)
    assert fresh(waterdrecht).version == before


def test_a_part_can_be_added_renamed_and_moved(manager, waterdrecht, molenwijk, centrum):
    manager.post(
        "/instellingen/delen/nieuw/",
        {"name": "Dijkstraat", "kind": "street", "parent": str(centrum.pk)},
    )
    street = Community.objects.get(name="Dijkstraat")
    assert street.parent_id == centrum.pk

    manager.post(f"/instellingen/delen/{street.pk}/", {"name": "Dijk", "parent": str(molenwijk.pk)})

    street.refresh_from_db()
    assert (street.name, street.parent_id) == ("Dijk", molenwijk.pk)
    assert street.pk in tree.of(waterdrecht.pk).below(tree.of(waterdrecht.pk).all[molenwijk.pk])


def test_a_part_cannot_lie_inside_itself(mila, molenwijk, centrum):
    part = arranging.add_part(molenwijk, name="Hof", kind="street", by=mila)
    with pytest.raises(arranging.WouldHangInItself):
        arranging.change_part(molenwijk, name="Molenwijk", parent=part, by=mila)


def test_two_parts_may_have_the_same_name(mila, waterdrecht, molenwijk):
    first = arranging.add_part(waterdrecht, name="Kerkbuurt", kind="district", by=mila)
    second = arranging.add_part(waterdrecht, name="Kerkbuurt", kind="district", by=mila)
    assert first.slug != second.slug


def test_a_manager_of_a_wijk_does_not_arrange_the_town(as_member, waterdrecht, molenwijk, centrum):
    karim = give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)

    assert as_member(karim).get("/instellingen/").status_code == 404
    inside = as_member(karim, host="molenwijk.testserver")
    assert inside.get("/instellingen/").status_code == 200
    with pytest.raises(arranging.MayNotArrange):
        arranging.arrange(waterdrecht, by=karim, name="Karimdrecht")
    assert inside.get(f"/instellingen/delen/{centrum.pk}/").status_code == 404


def test_somebody_of_another_town_arranges_nothing(joost, waterdrecht):
    with pytest.raises(arranging.MayNotArrange):
        arranging.arrange(waterdrecht, by=joost, name="Elders")


@pytest.mark.parametrize("host", ["molenwijk.testserver", "elders.testserver"])
def test_a_host_of_another_place_is_refused(manager, waterdrecht, molenwijk, elders, host):
    assert manager.post("/instellingen/webadres/", {"host": host}).status_code == 422


@pytest.mark.parametrize("host", ["", "geen host", "http://", "-x-", "a" * 300, "x/../y"])
def test_what_is_no_address_for_a_town_is_refused(manager, waterdrecht, host):
    assert manager.post("/instellingen/webadres/", {"host": host}).status_code == 422
    assert fresh(waterdrecht).host == "testserver"


def test_a_new_host_works_at_once_and_the_old_one_until_then(manager, client, waterdrecht):
    """With a typing error nothing is lost: an address that nobody reaches never takes over."""
    manager.post("/instellingen/webadres/", {"host": "https://Plein.Waterdrecht.example/"})

    assert client.get("/inloggen/").status_code == 200
    assert fresh(waterdrecht).host == "testserver"

    assert (
        client.get("/inloggen/", headers={"host": "plein.waterdrecht.example"}).status_code == 200
    )
    assert client.get("/inloggen/").status_code == 404


def test_every_change_is_in_the_audit_and_read_in_plain_dutch(manager, mila, molenwijk):
    manager.post("/instellingen/", FIRST | {"name": "Drecht"})

    line = Record.objects.get(key="communities.community.arranged")
    assert line.by_id == mila.pk
    page = manager.get("/instellingen/logboek/").content.decode()
    assert "Mila veranderde instellingen van Drecht" in page


def test_the_audit_of_one_town_does_not_show_another(manager, joost):
    actions.change_profile(joost, by=joost, about="Hoi")
    assert "Joost" not in manager.get("/instellingen/logboek/").content.decode()


def test_what_is_between_neighbours_is_not_shown(manager, noor, bram):
    actions.block(bram, by=noor)
    Record.objects.create(key="some.private.thing", town_id=noor.town_id, by_id=noor.pk)

    page = manager.get("/instellingen/logboek/").content.decode()

    assert "Noor" not in page
    assert "private" not in page


def test_every_line_is_a_sentence_and_no_key(manager, noor, fatima):
    values = {"role": "host", "entry": "tuin"}
    keys = list(words())
    for begin in range(0, len(keys), A_PAGE):
        some = keys[begin : begin + A_PAGE]
        for key in some:
            Record.objects.create(
                key=key, town_id=noor.town_id, by_id=fatima.pk, about_id=noor.pk, values=values
            )

        page = manager.get("/instellingen/logboek/").content.decode()

        assert page.count("<li><span>") >= len(some)
        assert not [key for key in keys if key in page]


def test_who_left_has_no_name_in_the_audit(manager, noor):
    actions.change_profile(noor, by=noor, about="Hoi")
    actions.leave(noor, by=noor)
    assert "Noor" not in manager.get("/instellingen/logboek/").content.decode()


def test_a_wrong_page_of_the_audit_does_not_exist(manager):
    assert manager.get("/instellingen/logboek/?na=onzin").status_code == 404
