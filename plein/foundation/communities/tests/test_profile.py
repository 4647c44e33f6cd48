"""The profile: small parts, saved at once; and what others never see of it."""

import io
import re

import pytest
from PIL import Image

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions, tree
from plein.foundation.communities.actions.joining import cell_of_home
from plein.foundation.communities.actions.profile import NotOfTheProfile
from plein.foundation.communities.forms.joining import HomeField
from plein.foundation.communities.models import Member
from plein.foundation.jobs.models import Change
from plein.foundation.places.models import Area, Postcode
from plein.lib import week
from plein.testing.cast import make_member, make_part

ME = "/mijn/profiel/"


@pytest.fixture
def mine(as_member, noor):
    return as_member(noor)


def save(browser, part, **data):
    return browser.post(f"{ME}{part}/", data)


def test_a_guest_is_led_to_the_entrance_and_back(client, waterdrecht):
    assert client.get(f"{ME}talen/").url == "/inloggen/?terug=%2Fmijn%2Fprofiel%2Ftalen%2F"


@pytest.mark.parametrize(
    ("part", "typed", "field", "kept"),
    [
        ("over-mij", {"name": "Noortje", "about": "Ik hou van tuinen."}, "name", "Noortje"),
        (
            "over-mij",
            {"name": "Noor", "about": "Ik hou van tuinen."},
            "about",
            "Ik hou van tuinen.",
        ),
        ("hoe-ver", {"how_far": "walk"}, "how_far", "walk"),
        ("talen", {"languages": ["nl", "tr"]}, "languages", ["nl", "tr"]),
        ("lezen", {"language": "en", "letters": "on"}, "letters", "large"),
        ("lezen", {"language": "nl"}, "contrast", ""),
    ],
)
def test_each_part_is_saved_at_once(mine, noor, part, typed, field, kept):
    response = save(mine, part, **typed)

    assert response.url == ME
    noor.refresh_from_db()
    assert getattr(noor, field) == kept


@pytest.mark.parametrize(
    ("part", "typed"),
    [
        ("over-mij", {"name": ""}),
        ("over-mij", {"name": "N" * 41}),
        ("over-mij", {"name": "Noor", "about": "a" * 601}),
        ("hoe-ver", {}),
        ("hoe-ver", {"how_far": "the moon"}),
        ("talen", {"languages": ["klingon"]}),
        ("beschikbaar", {"available": ["someday-never"]}),
        ("waar", {"home": "nergens"}),
        ("pauze", {"until": "gisteren"}),
        ("pauze", {"until": "2001-01-01"}),
    ],
)
def test_what_cannot_be_is_explained(mine, part, typed):
    response = save(mine, part, **typed)

    assert response.status_code == 422
    assert "error-summary" in response.content.decode()


@pytest.mark.parametrize("nasty", ["\0", "💥" * 30, "' OR 1=1 --", "<img src=x onerror=alert(1)>"])
def test_nasty_words_give_no_error_page(mine, nasty):
    assert save(mine, "over-mij", name="Noor", about=nasty).status_code in (302, 422)
    assert b"<img src=x" not in mine.get(ME).content


def test_a_part_that_does_not_exist_is_not_there(mine):
    assert mine.get(f"{ME}geheim/").status_code == 404


def test_availability_is_tapped_on_a_grid_and_comes_back(mine, noor):
    save(mine, "beschikbaar", available=["monday-morning", "sunday-evening"])

    noor.refresh_from_db()
    assert list(week.unpack(noor.available)) == [(0, 0), (6, 2)]
    page = mine.get(f"{ME}beschikbaar/").content.decode()
    assert page.count("checked") == 2
    assert 'value="monday-morning"' in page


def test_a_postcode_gives_a_cell_and_is_kept_nowhere(mine, noor, centrum):
    Postcode.objects.create(code="3351AB", lat=51.8301, lon=4.7702)

    save(mine, "waar", home=str(centrum.pk), postcode="3351 ab")

    noor.refresh_from_db()
    assert noor.home_id == centrum.pk
    assert noor.cell.middle == pytest.approx((51.8325, 4.772))
    assert "3351" not in str(list(Record.objects.values()))
    assert "3351" not in str(Member.objects.filter(pk=noor.pk).values())


def test_who_lives_in_a_part_of_a_wijk_stays_there_and_one_with_a_site_gets_residents(
    as_member, noor, molenwijk, centrum
):
    street = make_part(molenwijk, "Wilgenlaan", "wilgenlaan", host="wilgenlaan.testserver")
    corner = make_part(molenwijk, "Molenhoek", "molenhoek")
    kees = make_member("Kees", corner)

    page = as_member(kees).get("/mijn/profiel/waar/").content.decode()
    assert {home.name for home in HomeField(tree.of(noor.town_id), corner.pk).homes} == {
        "Molenwijk", "Centrum", "Wilgenlaan", "Molenhoek"
    }  # fmt: skip
    assert re.search(f'value="{corner.pk}"[^>]*checked', page)
    save(as_member(kees), "waar", home=str(corner.pk))
    assert type(kees).objects.get(pk=kees.pk).home == corner

    joining = as_member(host=street.host).get("/meedoen/", follow=True).content.decode()
    assert "Wilgenlaan" in joining
    assert "Molenhoek" not in joining
    save(as_member(noor), "waar", home=str(street.pk))
    assert type(noor).objects.get(pk=noor.pk).home == street


@pytest.mark.parametrize("typed", ["3351", "AB 3351", "0351 AB", "33511 AB"])
def test_what_is_no_postcode_is_explained(mine, centrum, typed):
    assert save(mine, "waar", home=str(centrum.pk), postcode=typed).status_code == 422


def test_without_a_known_postcode_one_lives_in_the_middle_of_the_wijk(mine, noor, centrum):
    area = Area.objects.create(code="WK2", name="Centrum", outline={}, lat=51.82, lon=4.76)
    type(centrum).objects.filter(pk=centrum.pk).update(area=area)
    type(centrum).objects.filter(pk=centrum.town_id).update(version=99)

    save(mine, "waar", home=str(centrum.pk), postcode="9999 ZZ")

    noor.refresh_from_db()
    assert noor.cell == cell_of_home(type(centrum).objects.get(pk=centrum.pk))


def a_photo():
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "JPEG")
    file.name = "noor.jpg"
    file.seek(0)
    return file


def test_a_photo_can_be_added_and_taken_away(mine, noor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    mine.post(f"{ME}foto/", {"photo": a_photo()})
    noor.refresh_from_db()
    assert noor.photo.alt == "Noor"
    assert mine.get(f"{ME}foto/").status_code == 200

    mine.post(f"{ME}foto/", {"weg": "1"})
    noor.refresh_from_db()
    assert noor.photo is None


def test_what_is_no_photo_is_refused(mine):
    file = io.BytesIO(b"not a photo")
    file.name = "x.jpg"
    assert mine.post(f"{ME}foto/", {"photo": file}).status_code == 422


def test_a_break_begins_and_ends(mine, noor):
    save(mine, "pauze")
    noor.refresh_from_db()
    assert noor.state == Member.State.PAUSED

    assert "Je hebt pauze" in mine.get(ME).content.decode()
    mine.post(f"{ME}terug/")
    noor.refresh_from_db()
    assert noor.state == Member.State.ACTIVE


def test_bigger_letters_go_along_to_this_browser(mine):
    response = save(mine, "lezen", language="nl", letters="on", contrast="on")

    assert response.cookies["plein_letters"].value == "large"
    assert response.cookies["plein_contrast"].value == "more"


def test_a_change_wakes_who_listens(mine, noor):
    save(mine, "talen", languages=["nl"])

    assert Change.objects.filter(kind="communities.member", about=str(noor.pk)).exists()


def test_nobody_writes_their_own_greeting_or_state(noor):
    for field in ("greeted_at", "state", "account", "home", "town"):
        with pytest.raises(NotOfTheProfile):
            actions.change_profile(noor, by=noor, **{field: None})


def test_availability_interests_and_distance_stand_on_no_page_of_another(as_member, noor, bram):
    Member.objects.filter(pk=noor.pk).update(
        available=week.ALWAYS, how_far="corner", cell_row=1, cell_column=1, about="Ik ben Noor."
    )

    page = as_member(bram).get(f"/mensen/{noor.pk}/").content.decode()

    assert "Ik ben Noor." in page
    for secret in ("Maandag", "maandag", "Om de hoek", "hoek", "Loopafstand", "@", "+31"):
        assert secret not in page


def test_the_pages_of_a_profile_are_not_stored_anywhere(mine):
    assert "no-store" in mine.get(ME).headers["Cache-Control"]


def test_the_profile_costs_at_most_three_queries_for_person_and_place(
    mine, django_assert_max_num_queries
):
    mine.get(ME)
    with django_assert_max_num_queries(4):
        mine.get(ME)
