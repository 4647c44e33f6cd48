"""One sign-in for all sites of a town, in a real browser with two hosts (localhost, molenwijk)."""

from urllib.parse import parse_qs, urlsplit

import pytest

from plein.foundation.accounts.actions import hand_over
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.tests.test_sign_in import last_code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOWN, WIJK = "localhost", "molenwijk.localhost"


@pytest.fixture
def noor(noor):
    Community.objects.filter(host="testserver").update(host=TOWN)
    Community.objects.filter(host="molenwijk.testserver").update(host=WIJK)
    tree.changed(noor.town_id)
    return noor


def sign_in(page, address):
    page.get_by_label("Je telefoonnummer of mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    page.wait_for_url("**/inloggen/code/")
    page.get_by_label("Je code").fill(last_code())
    page.get_by_role("button", name="Verder").click()


def test_who_signs_in_from_a_wijk_comes_back_there_signed_in(page, hosts, noor):
    page.goto(f"{hosts(WIJK)}/mijn/profiel/")
    assert page.url.startswith(f"{hosts(TOWN)}/inloggen/")

    sign_in(page, noor.account.email)

    page.wait_for_url(f"{hosts(WIJK)}/mijn/profiel/")
    assert "Noor" in page.inner_text("main")


def test_who_is_signed_in_at_the_town_goes_on_with_one_tap(page, hosts, noor):
    page.goto(f"{hosts(TOWN)}/inloggen/")
    sign_in(page, noor.account.email)
    page.wait_for_url(f"{hosts(TOWN)}/")

    page.goto(f"{hosts(WIJK)}/mijn/profiel/talen/")
    page.get_by_role("button", name="Ga verder als Noor").click()

    page.wait_for_url(f"{hosts(WIJK)}/mijn/profiel/talen/")


def test_a_new_neighbour_joins_from_a_wijk_and_comes_back_there(page, hosts, noor, molenwijk):
    page.goto(f"{hosts(WIJK)}/meedoen/?terug=/mijn/profiel/")
    page.get_by_label("Je naam").fill("Sem")
    page.get_by_label("Je telefoonnummer of mailadres").fill("06 12 34 56 78")
    page.get_by_role("button", name="Ik ben 16 of ouder. Meedoen").click()
    page.get_by_label("Je code").fill(last_code())
    page.get_by_role("button", name="Verder").click()

    page.wait_for_url(f"{hosts(WIJK)}/mijn/profiel/")
    assert Member.objects.get(name="Sem").home_id == molenwijk.pk


def test_signing_out_on_one_site_signs_out_on_the_other(page, hosts, noor):
    page.goto(f"{hosts(WIJK)}/mijn/profiel/")
    sign_in(page, noor.account.email)
    page.wait_for_url(f"{hosts(WIJK)}/mijn/profiel/")

    page.goto(f"{hosts(WIJK)}/uitloggen/")
    page.get_by_role("button", name="Ja, log mij uit").click()
    page.wait_for_url(f"{hosts(WIJK)}/")

    page.goto(f"{hosts(TOWN)}/mijn/profiel/")
    assert page.url.startswith(f"{hosts(TOWN)}/inloggen/")


def test_the_key_of_one_browser_opens_nothing_in_another(page, hosts, noor, browser):
    page.goto(f"{hosts(WIJK)}/mijn/profiel/")
    mine = parse_qs(urlsplit(page.url).query)["sleutel"][0]
    key = hand_over(noor.account, host=WIJK, browser=mine, session="")
    thief = browser.new_context()
    other = thief.new_page()

    other.goto(f"{hosts(WIJK)}/binnen/?sleutel={key}&terug=/mijn/profiel/")
    assert "/inloggen/" in other.url
    thief.close()

    page.goto(f"{hosts(WIJK)}/binnen/?sleutel={key}&terug=/mijn/profiel/")
    assert page.url == f"{hosts(WIJK)}/mijn/profiel/"
