"""A host opens the day with a PIN; nobody signs in at the screen and nothing is installed."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.matchpoint import actions, cookie
from plein.bridges.matchpoint.models import Device, Matchpoint, Sitting
from plein.bridges.matchpoint.tests.making import PIN, device_of, make_matchpoint, open_screen
from plein.foundation.communities.models import Member, RoleName
from plein.testing.cast import give, make_member


@pytest.fixture
def matchpoint(mila):
    return make_matchpoint(mila)


def test_the_pin_makes_a_matchpoint_of_any_computer(client, matchpoint, fatima):
    open_screen(matchpoint, fatima, client)

    page = client.get("/matchpunt/").content.decode()
    assert "Fatima" in page
    assert device_of(matchpoint).host == fatima


def test_a_wrong_pin_opens_nothing(client, matchpoint):
    answer = client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": "999999"})

    assert answer.status_code == 422
    assert not Device.objects.exists()


def test_after_too_many_tries_the_right_pin_waits_as_well(client, matchpoint, monkeypatch):
    monkeypatch.setitem(actions.opening.limits.LIMITS, "pin.matchpoint", (1, 3600))
    url = f"/matchpunt/openen/{matchpoint.key}/"
    with time_machine.travel("2026-03-02 10:10:00+00:00", tick=False):
        client.post(url, {"pin": "999999"})
        answer = client.post(url, {"pin": PIN})

    assert answer.status_code == 422
    assert not Device.objects.exists()


def test_the_pin_is_kept_hashed(matchpoint):
    assert PIN not in matchpoint.pin


def test_without_the_address_of_the_card_there_is_no_page(client, matchpoint):
    assert client.get("/matchpunt/openen/fffffffffffg/").status_code == 404


def test_opening_signs_out_who_was_signed_in_at_that_computer(as_member, matchpoint, fatima):
    browser = open_screen(matchpoint, fatima, as_member(fatima))

    assert "_auth_user_id" not in browser.session


def test_before_a_host_tapped_their_name_nobody_can_ask(client, matchpoint):
    client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})

    assert client.get("/matchpunt/").url == "/matchpunt/wie/"
    assert client.post("/matchpunt/vraag/").url == "/matchpunt/wie/"
    assert not Sitting.objects.exists()


def test_only_people_of_the_place_can_sit_beside(client, matchpoint, noor):
    client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})
    answer = client.post("/matchpunt/wie/", {"host": str(noor.pk)})

    assert answer.status_code == 422
    assert device_of(matchpoint).host is None


def test_at_midnight_the_screen_is_an_ordinary_computer_again(client, matchpoint, fatima):
    open_screen(matchpoint, fatima, client)
    Device.objects.update(until=timezone.now() - timedelta(seconds=1))

    assert "Fatima" not in client.get("/matchpunt/").content.decode()
    assert client.post("/matchpunt/vraag/").url == "/matchpunt/"


def test_a_day_ends_at_the_midnight_of_the_place():
    with time_machine.travel("2026-07-01 10:00:00+00:00", tick=False):
        end = timezone.localtime(actions.opening.end_of_day())

    assert (end.date().isoformat(), end.hour) == ("2026-07-02", 0)


def test_a_cookie_somebody_made_up_opens_nothing(client, matchpoint, fatima):
    open_screen(matchpoint, fatima)
    client.cookies[cookie.COOKIE] = device_of(matchpoint).digest

    assert "Fatima" not in client.get("/matchpunt/").content.decode()


def test_the_cookie_cannot_be_read_by_scripts(client, matchpoint):
    client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})

    assert client.cookies[cookie.COOKIE]["httponly"]


def test_a_screen_of_waterdrecht_is_nothing_in_elders(client, matchpoint, fatima, elders):
    open_screen(matchpoint, fatima, client)

    page = client.get("/matchpunt/", headers={"host": "elders.testserver"}).content.decode()
    assert "Fatima" not in page


def test_a_host_closes_a_screen_from_afar(client, matchpoint, fatima, mila, as_member):
    open_screen(matchpoint, fatima, client)
    url = f"/matchpunt/beheer/{matchpoint.pk}/"
    as_member(mila).post(url, {"screen": str(device_of(matchpoint).pk)})

    assert "Fatima" not in client.get("/matchpunt/").content.decode()


def test_a_new_pin_closes_every_screen(matchpoint, fatima, mila, as_member):
    open_screen(matchpoint, fatima)
    said = {"name": "de bieb", "walk_in": "Kerkstraat", "phone": "0184", "paper": "a6"}
    as_member(mila).post(f"/matchpunt/beheer/{matchpoint.pk}/", said | {"pin": "135792"})

    assert not Device.objects.exists()


def test_changing_without_a_pin_keeps_the_pin(client, matchpoint, fatima, mila, as_member):
    said = {"name": "de bieb", "walk_in": "Kerkstraat", "phone": "0184", "paper": "a6", "pin": ""}
    as_member(mila).post(f"/matchpunt/beheer/{matchpoint.pk}/", said)
    open_screen(matchpoint, fatima, client)

    assert "de bieb" in client.get("/matchpunt/").content.decode()


def test_a_manager_makes_a_matchpoint_on_the_site(mila, as_member):
    said = {"name": "Het Anker", "walk_in": "Plein 3", "phone": "0184", "paper": "card"}
    answer = as_member(mila).post("/matchpunt/beheer/nieuw/", said | {"pin": PIN})

    made = Matchpoint.objects.get(name="Het Anker")
    assert answer.url == f"/matchpunt/beheer/{made.pk}/"
    assert made.key in as_member(mila).get(answer.url).content.decode()


def test_a_pin_of_four_digits_is_too_short(mila, as_member):
    said = {"name": "Het Anker", "walk_in": "Plein 3", "phone": "0184", "paper": "card"}

    answer = as_member(mila).post("/matchpunt/beheer/nieuw/", said | {"pin": "1234"})
    assert answer.status_code == 422


def test_the_pages_of_hosts_do_not_exist_for_a_neighbour(noor, matchpoint, as_member):
    pages = ("beheer/", "beheer/nieuw/", "beheer/opzoeken/", f"beheer/{matchpoint.pk}/")

    for page in pages:
        assert as_member(noor).get(f"/matchpunt/{page}").status_code == 404


def test_a_guest_is_led_to_the_entrance(client, waterdrecht):
    assert "/inloggen" in client.get("/matchpunt/beheer/").url


def test_without_the_board_there_is_no_matchpoint(client, waterdrecht):
    waterdrecht.module_changes = {"noticeboard": False}
    waterdrecht.version += 1
    waterdrecht.save()

    assert client.get("/matchpunt/").status_code == 404


def test_who_is_a_host_stands_first_and_two_of_one_name_can_be_told_apart(
    client, matchpoint, fatima, molenwijk, waterdrecht
):
    for number, home in enumerate((molenwijk, waterdrecht)):
        give(make_member(f"Zus{number}", home), RoleName.HOST, waterdrecht)
    Member.objects.filter(name__startswith="Zus").update(name="Zus")
    client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})

    form = client.get("/matchpunt/wie/").context["form"]
    names = [name for _key, name in form.fields["host"].choices]

    assert sorted(names[:2]) == ["Zus (Molenwijk)", "Zus (Waterdrecht)"]
    assert names[2:] == ["Fatima", "Mila"]


@pytest.mark.parametrize(("who", "code"), [("fatima", 200), ("noor", 404), ("joost", 404)])
def test_the_guide_for_hosts_lies_beside_the_screen_without_its_pin(
    as_member, request, matchpoint, who, code
):
    client = as_member(request.getfixturevalue(who))
    answer = client.get(f"/matchpunt/beheer/{matchpoint.pk}/uitleg/")

    assert answer.status_code == code
    if code == 200:
        page = answer.content.decode()
        assert f"/matchpunt/openen/{matchpoint.key}/" in page
        assert PIN not in page
        assert f'href="/matchpunt/beheer/{matchpoint.pk}/uitleg/"' in (
            client.get("/matchpunt/beheer/").content.decode()
        )
