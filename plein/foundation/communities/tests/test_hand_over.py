"""From the town's host to another one, with every way in which it must not work."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone, translation

from plein.foundation.accounts.models import HandOver
from plein.foundation.communities.tests.test_sign_in import last_code

TOWN, WIJK = "testserver", "molenwijk.testserver"


def host(name) -> Client:
    return Client(headers={"host": name})


def path_of(url) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


@pytest.fixture
def wijk(noor):
    return host(WIJK)


@pytest.fixture
def key_url(wijk, noor):
    """Noor came from the wijk, and signed in at the town: the address that leads her back."""
    there = wijk.get("/inloggen/?terug=/mijn/profiel/")
    town = host(TOWN)
    town.get(path_of(there.url))
    town.post("/inloggen/", {"address": noor.account.email})
    back = town.post("/inloggen/code/", {"code": last_code()})
    assert back.url.startswith(f"http://{WIJK}/binnen/?")
    return back.url


def test_a_host_of_a_wijk_leaves_signing_in_to_the_town(wijk):
    for page in ("/inloggen/", "/meedoen/", "/inloggen/wachtwoord/"):
        assert wijk.get(page).url.startswith(f"http://{TOWN}{page}?huis={WIJK}")


def test_the_key_brings_noor_in_where_she_wanted_to_be(wijk, key_url, noor):
    response = wijk.get(path_of(key_url))

    assert response.url == "/mijn/profiel/"
    assert wijk.session[SESSION_KEY] == str(noor.account_id)


def test_the_key_works_once(wijk, key_url):
    wijk.get(path_of(key_url))
    wijk.post("/uitloggen/")

    assert "/inloggen/" in wijk.get(path_of(key_url)).url
    assert SESSION_KEY not in wijk.session


def test_the_key_works_only_in_the_browser_that_asked(key_url):
    thief = host(WIJK)

    assert "/inloggen/" in thief.get(path_of(key_url)).url
    assert SESSION_KEY not in thief.session


def test_the_key_works_for_a_minute(wijk, key_url):
    with time_machine.travel(timezone.now() + timedelta(seconds=61), tick=False):
        assert "/inloggen/" in wijk.get(path_of(key_url)).url


def test_the_key_works_only_on_the_host_it_was_made_for(wijk, key_url, elders):
    HandOver.objects.update(host=elders.host)

    assert "/inloggen/" in wijk.get(path_of(key_url)).url


def test_the_database_does_not_hold_the_key(key_url):
    key = parse_qs(urlsplit(key_url).query)["sleutel"][0]

    assert key not in str(list(HandOver.objects.values()))


@pytest.mark.parametrize("name", ["elders.testserver", "boef.example", "", "testserver"])
def test_the_town_hands_over_only_to_its_own_hosts(noor, elders, name):
    town = host(TOWN)
    town.get("/inloggen/", {"huis": name, "sleutel": "a" * 64, "terug": "/"})
    town.post("/inloggen/", {"address": noor.account.email})

    assert town.post("/inloggen/code/", {"code": last_code()}).url == "/"
    assert HandOver.objects.count() == 0


@pytest.mark.parametrize("browser", ["", "\0" * 64, "x" * 64, "a" * 63, "a" * 65, "\ud800"])
def test_what_is_no_digest_of_a_browser_is_not_carried(noor, browser):
    town = host(TOWN)
    asked = urlencode({"huis": WIJK, "sleutel": browser}, errors="replace")
    town.get(f"/inloggen/?{asked}")
    town.post("/inloggen/", {"address": noor.account.email})

    assert town.post("/inloggen/code/", {"code": last_code()}).url == "/"
    assert HandOver.objects.count() == 0


def test_who_is_signed_in_at_the_town_goes_on_with_one_tap(wijk, as_member, noor):
    there = wijk.get("/inloggen/?terug=/mijn/profiel/")
    town = as_member(noor)

    assert "Ga verder als Noor" in town.get(path_of(there.url)).content.decode()
    wijk.get(path_of(town.post("/inloggen/verder/").url))

    assert wijk.session[SESSION_KEY] == str(noor.account_id)


def test_forms_may_end_on_the_host_that_waits_and_nowhere_else(wijk, noor, key_url):
    there = wijk.get("/inloggen/?terug=/")
    town = host(TOWN)

    assert "form-action 'self';" in town.get("/inloggen/").headers["Content-Security-Policy"] + ";"
    policy = town.get(path_of(there.url)).headers["Content-Security-Policy"]
    assert f"form-action 'self' http://{WIJK}" in policy


def test_signing_out_in_the_wijk_signs_out_at_the_town(wijk, noor):
    there = wijk.get("/inloggen/?terug=/")
    town = host(TOWN)
    town.get(path_of(there.url))
    town.post("/inloggen/", {"address": noor.account.email})
    wijk.get(path_of(town.post("/inloggen/code/", {"code": last_code()}).url))

    wijk.post("/uitloggen/")

    assert town.get("/mijn/profiel/").url.startswith("/inloggen/")


def test_an_unknown_host_gets_nothing(waterdrecht):
    assert host("boef.example").get("/inloggen/").status_code == 404


def test_an_unknown_host_speaks_the_language_of_who_asks(waterdrecht):
    """And not that of the visitor before."""
    with translation.override("en"):
        dutch = host("boef.example").get("/").content.decode()
    english = host("boef.example").get("/", headers={"accept-language": "en"}).content.decode()

    assert "Op dit adres is geen Plein" in dutch
    assert 'lang="en"' in english
