"""A manager of the town arranges each wijk from the town's site, also one without a site."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from plein.foundation.audit.models import Record
from plein.foundation.communities import tree
from plein.foundation.communities.actions import arranging
from plein.foundation.communities.models import Community, RoleName
from plein.testing.cast import give, make_member, make_part

WORDS = {
    "name": "Centrum",
    "intro": "Het oude hart.",
    "phone": "0184 555 099",
    "phone_hours": "elke ochtend",
    "walk_in": "Het Anker, vrijdag",
    "posting": "greeted",
}
MORE = ["kleuren", "logo", "webadres", "bereik"]


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


def address(part, more=""):
    return f"/instellingen/delen/{part.pk}/{more and more + '/'}"


def fresh(part) -> Community:
    return Community.objects.get(pk=part.pk)


def test_a_wijk_without_a_site_gets_words_and_somebody_to_call(manager, waterdrecht, centrum):
    page = manager.get(address(centrum))
    assert [f.name for f in page.context["form"] if f.field.required] == ["name", "parent"]

    manager.post(address(centrum), WORDS | {"parent": str(waterdrecht.pk)})

    kept = fresh(centrum)
    assert {name: getattr(kept, name) for name in WORDS} == WORDS
    shown = manager.get(f"/wijken/{centrum.slug}/").content.decode()
    for words in ("Het oude hart.", "0184 555 099", "elke ochtend", "Het Anker, vrijdag"):
        assert words in shown
    line = Record.objects.get(key="communities.community.arranged")
    assert line.values["parts"] == sorted(WORDS.keys() - {"name"})


def test_what_stays_the_same_is_not_in_the_audit(manager, waterdrecht, centrum):
    same = {"name": centrum.name, "phone": centrum.phone, "parent": str(waterdrecht.pk)}
    manager.post(address(centrum), same)

    assert not Record.objects.filter(key__startswith="communities.").exists()


def test_a_wijk_gets_its_first_site_from_the_site_of_the_town(manager, client, centrum):
    done = manager.post(address(centrum, "webadres"), {"host": "centrum.testserver"})

    assert "centrum.testserver" in done.content.decode()
    assert address(centrum) in done.content.decode()
    assert client.get("/", headers={"host": "centrum.testserver"}).status_code == 200
    assert (
        "http://centrum.testserver/instellingen/" in manager.get(address(centrum)).content.decode()
    )

    manager.post(address(centrum, "webadres"), {"host": ""})
    assert fresh(centrum).host is None


@pytest.mark.parametrize("host", ["testserver", "molenwijk.testserver", "geen host"])
def test_an_address_of_another_place_is_refused(manager, molenwijk, centrum, host):
    assert manager.post(address(centrum, "webadres"), {"host": host}).status_code == 422
    assert fresh(centrum).host is None


def test_its_colours_and_logo_and_what_comes_in_are_its_own(
    manager, waterdrecht, centrum, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (40, 40), "green").save(drawn, "PNG")
    six = {f"colour_{number}": "#14735a" for number in range(1, 7)}

    manager.post(address(centrum, "kleuren"), six)
    manager.post(address(centrum, "logo"), {"logo": SimpleUploadedFile("l.png", drawn.getvalue())})
    back = manager.post(address(centrum, "bereik"), {"takes_up": "on"})

    kept, town = fresh(centrum), fresh(waterdrecht)
    assert back.url == address(centrum)
    assert (kept.colours, kept.takes_up, kept.takes_down) == (["#14735a"] * 6, True, False)
    assert kept.logo_id
    assert (town.colours, town.logo_id, town.takes_down) == ([], None, True)
    manager.post(address(centrum, "kleuren"), {"gewoon": "1"})
    manager.post(address(centrum, "logo"), {"gewoon": "1"})
    assert (fresh(centrum).colours, fresh(centrum).logo_id) == ([], None)


@pytest.mark.parametrize("more", ["", *MORE])
def test_only_who_arranges_the_place_around_it_comes_in(
    as_member, client, mila, fatima, noor, joost, molenwijk, centrum, more
):
    karim = give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)
    page = address(centrum, more)

    assert client.get(page).url.startswith("/inloggen/")
    for member, host in (
        (noor, "testserver"),
        (fatima, "testserver"),
        (karim, "testserver"),
        (karim, "molenwijk.testserver"),
        (joost, "elders.testserver"),
    ):
        assert as_member(member, host=host).get(page).status_code == 404
    assert as_member(mila).get(page).status_code == 200


def test_a_manager_of_a_wijk_arranges_the_streets_in_it(as_member, molenwijk):
    karim = give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)
    street = make_part(molenwijk, "Dijkstraat", "dijkstraat")
    said = {"name": "Dijkstraat", "intro": "Bij het water.", "parent": str(molenwijk.pk)}

    done = as_member(karim, host="molenwijk.testserver").post(address(street), said)

    assert done.status_code == 302
    assert fresh(street).intro == "Bij het water."


def test_a_new_part_begins_as_the_place_around_it(mila, waterdrecht):
    arranging.arrange(waterdrecht, by=mila, posting="greeted", public_tasks_open=True)
    arranging.switch_modules(waterdrecht, {"showcase": False}, by=mila)
    around = tree.of(waterdrecht.pk).town

    part = arranging.add_part(around, name="De Akkers", kind="district", by=mila)

    assert (part.posting, part.public_tasks_open) == ("greeted", True)
    assert part.modules == around.modules
