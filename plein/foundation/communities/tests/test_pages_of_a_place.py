"""Each page of the settings: what it saves, what it refuses, and that every change is written."""

import io

import pytest
from PIL import Image

from plein.foundation.audit.models import Record
from plein.foundation.communities import tree
from plein.foundation.communities.actions import arranging
from plein.foundation.communities.audit_lines import A_PAGE, lines_of
from plein.foundation.communities.colours import USUAL
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, RoleName
from plein.foundation.media.models import Picture
from plein.foundation.outbox.letters import Letter, Part
from plein.testing.cast import give, make_member

SETTINGS = "/instellingen/"


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


@pytest.fixture
def karim(as_member, molenwijk):
    """Arranges only Molenwijk, on its own site."""
    member = give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)
    return as_member(member, host="molenwijk.testserver")


def fresh(place) -> Community:
    return Community.objects.get(pk=place.pk)


def a_logo(name="logo.png", size=(40, 40)):
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, "PNG")
    file.name = name
    file.seek(0)
    return file


def test_a_logo_comes_and_goes_and_leaves_no_picture_behind(
    manager, waterdrecht, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    manager.post(f"{SETTINGS}logo/", {"logo": a_logo()})
    assert fresh(waterdrecht).logo.alt == "Waterdrecht"
    assert "Geen logo" in manager.get(f"{SETTINGS}logo/").content.decode()

    manager.post(f"{SETTINGS}logo/", {"gewoon": "1"})

    assert fresh(waterdrecht).logo is None
    assert not Picture.objects.exists()


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"GIF89a", b"%PDF-1.4"])
def test_what_is_no_picture_is_no_logo(manager, waterdrecht, content):
    file = io.BytesIO(content)
    file.name = "logo.png"
    assert manager.post(f"{SETTINGS}logo/", {"logo": file}).status_code == 422
    assert fresh(waterdrecht).logo is None


@pytest.mark.parametrize(
    ("typed", "up", "down"),
    [
        ({"takes_up": "on", "takes_down": "on"}, True, True),
        ({"takes_up": "on"}, True, False),
        ({}, False, False),
    ],
)
def test_what_comes_in_from_elsewhere(manager, waterdrecht, typed, up, down):
    manager.post(f"{SETTINGS}bereik/", typed)
    here = fresh(waterdrecht)
    assert (here.takes_up, here.takes_down) == (up, down)


def test_one_least_age_holds_for_the_whole_town_and_is_never_below_sixteen(
    manager, karim, client, waterdrecht
):
    page = f"{SETTINGS}leeftijd/"
    assert manager.post(page, {"least_age": "12"}).status_code == 422
    assert karim.get(page).status_code == 404
    assert "leeftijd/" not in karim.get(f"{SETTINGS}meer/").content.decode()

    manager.post(page, {"least_age": "18"})

    assert fresh(waterdrecht).least_age == 18
    assert "Vanaf 18 jaar" in manager.get(f"{SETTINGS}meer/").content.decode()
    assert "Ik ben 18 of ouder. Meedoen" in client.get("/meedoen/").content.decode()


def test_six_colours_or_none(manager, waterdrecht):
    chosen = {f"colour_{n}": colour for n, colour in enumerate(USUAL, start=1)}
    del chosen["colour_6"]
    assert manager.post(f"{SETTINGS}kleuren/", chosen).status_code == 422
    assert fresh(waterdrecht).colours == []


def test_every_block_can_be_off_and_the_site_still_stands(manager, client, waterdrecht):
    manager.post(f"{SETTINGS}blokken/", {"modules": []})
    assert fresh(waterdrecht).modules == frozenset()
    assert client.get("/").status_code == 200
    assert client.get("/prikbord/").status_code == 404


def test_a_block_that_does_not_exist_is_refused(manager, waterdrecht):
    assert manager.post(f"{SETTINGS}blokken/", {"modules": ["casino"]}).status_code == 422
    assert fresh(waterdrecht).module_changes == {}


def test_a_wijk_may_give_its_own_address_up(karim, molenwijk):
    answer = karim.post(f"{SETTINGS}webadres/", {"host": ""})
    assert answer.status_code == 200
    assert fresh(molenwijk).host is None


def test_an_address_keeps_small_letters_and_no_protocol(karim, molenwijk):
    karim.post(f"{SETTINGS}webadres/", {"host": "HTTPS://Molenwijk.Example/"})
    assert fresh(molenwijk).host in ("molenwijk.example", "molenwijk.testserver")


def test_a_part_begins_with_what_the_place_around_it_says(manager, waterdrecht):
    Community.objects.filter(pk=waterdrecht.pk).update(phone_hours="9 tot 12", formal=True)
    data = {"name": "De Hoven", "kind": "district", "parent": str(waterdrecht.pk)}
    manager.post(f"{SETTINGS}delen/nieuw/", data)

    part = Community.objects.get(name="De Hoven")
    assert (part.phone, part.phone_hours, part.formal) == (waterdrecht.phone, "9 tot 12", True)
    assert (part.slug, part.host) == ("de-hoven", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "<b>"},
        {"name": "x" * 81},
        {"kind": "town"},
        {"kind": "region"},
        {"kind": "land"},
        {"parent": ""},
        {"parent": "elders"},
    ],
)
def test_what_cannot_be_a_part_is_explained(manager, waterdrecht, wrong):
    data = {"name": "De Hoven", "kind": "district", "parent": str(waterdrecht.pk)}
    assert manager.post(f"{SETTINGS}delen/nieuw/", data | wrong).status_code == 422
    assert not Community.objects.filter(name="De Hoven").exists()


def test_a_part_never_lies_in_another_town(manager, elders):
    data = {"name": "De Hoven", "kind": "district", "parent": str(elders.pk)}
    assert manager.post(f"{SETTINGS}delen/nieuw/", data).status_code == 422


def test_a_manager_of_a_wijk_adds_only_inside_it(karim, waterdrecht, molenwijk, centrum):
    for parent, status in ((centrum, 422), (waterdrecht, 422), (molenwijk, 302)):
        data = {"name": f"In {parent.name}", "kind": "street", "parent": str(parent.pk)}
        assert karim.post(f"{SETTINGS}delen/nieuw/", data).status_code == status
    assert Community.objects.filter(name__startswith="In ").get().parent == molenwijk


def test_the_list_of_parts_shows_all_below_and_nothing_beside(karim, manager, molenwijk, mila):
    arranging.add_part(molenwijk, name="Dijkstraat", kind="street", by=mila)
    here = karim.get(f"{SETTINGS}delen/").content.decode()
    assert "Dijkstraat" in here
    assert "Centrum" not in here
    assert "Dijkstraat" in manager.get(f"{SETTINGS}delen/").content.decode()


def test_each_wijk_has_its_own_parts_under_it(manager, molenwijk, centrum, mila):
    arranging.add_part(molenwijk, name="Aakstraat", kind="street", by=mila)
    html = manager.get(f"{SETTINGS}delen/").content.decode()
    html = html[html.index('<ul class="rows">') :]
    assert html.index(">Centrum<") < html.index(">Molenwijk<") < html.index(">Aakstraat<")


def test_the_town_itself_is_no_part_to_rename(manager, waterdrecht):
    assert manager.get(f"{SETTINGS}delen/{waterdrecht.pk}/").status_code == 404


@pytest.mark.parametrize("name", ["", "Ää", "庭", "a" * 80, "Sint-Jan's Hof"])
def test_every_part_gets_a_word_for_its_address(waterdrecht, name):
    assert arranging.free_slug(waterdrecht.pk, name)
    assert len(arranging.free_slug(waterdrecht.pk, name)) <= 60


def test_the_audit_comes_in_pages_with_the_newest_first(waterdrecht, mila, manager):
    for number in range(A_PAGE + 5):
        arranging.arrange(waterdrecht, by=mila, walk_in=f"Zaal {number}")

    first, following = lines_of(waterdrecht)
    second, end = lines_of(waterdrecht, following)

    assert (len(first), len(second), end) == (A_PAGE, 5, None)
    assert first[0].when >= first[-1].when >= second[0].when
    assert f"?na={following}" in manager.get(f"{SETTINGS}logboek/").content.decode()


def test_the_audit_asks_as_few_queries_for_fifty_lines_as_for_one(
    waterdrecht, mila, manager, django_assert_max_num_queries
):
    for number in range(A_PAGE):
        arranging.arrange(waterdrecht, by=mila, walk_in=f"Zaal {number}")
    manager.get(f"{SETTINGS}logboek/")
    with django_assert_max_num_queries(6):
        manager.get(f"{SETTINGS}logboek/")


def test_what_is_no_setting_is_refused_by_the_action(waterdrecht, mila):
    for name in ("town", "parent", "version", "kind", "filled"):
        with pytest.raises(ValueError, match="Not a setting"):
            arranging.arrange(waterdrecht, by=mila, **{name: None})


def test_each_kind_of_change_is_one_line_with_what_but_not_with_the_words(manager, waterdrecht):
    first = {"name": "Waterdrecht", "size": "dorp", "posting": "everybody"}
    manager.post(SETTINGS, first | {"intro": "Welkom allemaal"})
    line = Record.objects.get(key="communities.community.arranged")
    assert "intro" in line.values["parts"]
    assert "Welkom" not in str(line.values)


@pytest.mark.parametrize(
    "page", ["", "kleuren/", "blokken/", "bereik/", "webadres/", "delen/nieuw/"]
)
def test_each_page_shows_what_holds_now_and_one_button_to_save(manager, page):
    text = manager.get(f"{SETTINGS}{page}").content.decode()
    assert text.count("<h1") == 1
    assert 'type="submit"' in text or "<button" in text


def test_where_one_walks_in_ends_with_one_full_stop_in_a_mail(waterdrecht):
    waterdrecht.walk_in = "Bibliotheek: elke dag van 10 tot 12 uur."
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    letter = Letter("Er is nieuws", head_of(waterdrecht), [Part("Dag Noor")])

    assert "van 10 tot 12 uur." in letter.html()
    assert "uur.." not in letter.html() + letter.text()
