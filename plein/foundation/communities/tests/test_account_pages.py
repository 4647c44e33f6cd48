"""How I sign in, changed by me: another address, a password, and who may not do it for me."""

import pytest

from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.models import Member
from plein.foundation.communities.tests.test_sign_in import is_in, last_code

ADDRESS, CODE = "/mijn/profiel/adres/", "/mijn/profiel/adres/code/"
PASSWORD, LEAVE = "/mijn/profiel/wachtwoord/", "/mijn/profiel/weg/"
WORDS = "een lange zin over de dijk"
PAGES = [ADDRESS, CODE, PASSWORD, LEAVE]


@pytest.fixture
def mine(as_member, noor):
    return as_member(noor)


@pytest.mark.parametrize("page", PAGES)
def test_a_guest_is_led_to_the_entrance(client, waterdrecht, page):
    assert client.get(page).url.startswith("/inloggen/?terug=")
    assert client.post(page, {"password": WORDS}).url.startswith("/inloggen/")


@pytest.mark.parametrize("page", PAGES)
def test_somebody_who_lives_elsewhere_is_asked_to_join_first(as_member, joost, waterdrecht, page):
    assert as_member(joost).get(page).url.startswith("/meedoen/")
    assert Account.objects.filter(pk=joost.account_id).exists()


@pytest.mark.parametrize("page", [ADDRESS, PASSWORD])
def test_on_the_site_of_a_wijk_one_is_led_to_the_town(as_member, noor, page):
    answer = as_member(noor, host="molenwijk.testserver").get(page)
    assert answer.url == f"http://testserver{page}"


@pytest.mark.parametrize("page", [ADDRESS, PASSWORD, LEAVE])
def test_these_pages_are_kept_by_no_browser(mine, page):
    assert "no-store" in mine.get(page).headers["Cache-Control"]


def test_my_addresses_stand_on_the_page_as_people_write_them(as_member, noor):
    noor.account.phone = "+31612345678"
    noor.account.save()
    text = as_member(noor).get(ADDRESS).content.decode()
    assert "06 12345678" in text
    assert noor.account.email in text


def test_a_new_address_begins_with_a_code_to_that_address(mine, noor):
    assert mine.post(ADDRESS, {"address": "nieuw@voorbeeld.nl"}).url == CODE
    assert SignInCode.objects.get().address == "nieuw@voorbeeld.nl"
    assert "nieuw@voorbeeld.nl" in mine.get(CODE).content.decode()

    assert mine.post(CODE, {"code": last_code()}).url == "/mijn/profiel/"

    noor.account.refresh_from_db()
    assert noor.account.email == "nieuw@voorbeeld.nl"
    assert is_in(mine)
    assert Record.objects.filter(key="accounts.address.changed").count() == 1


@pytest.mark.parametrize("typed", ["", "00000", "000000", "abc", "\0"])
def test_a_wrong_code_changes_nothing_and_says_so(mine, noor, typed):
    mine.post(ADDRESS, {"address": "nieuw@voorbeeld.nl"})
    assert mine.post(CODE, {"code": typed}).status_code == 422
    noor.account.refresh_from_db()
    assert noor.account.email == "noor@waterdrecht.example"


def test_without_a_new_address_there_is_no_code_page(mine):
    assert mine.get(CODE).url == ADDRESS
    assert mine.post(CODE, {"code": "123456"}).url == ADDRESS


def test_the_code_page_is_over_once_it_worked(mine):
    mine.post(ADDRESS, {"address": "nieuw@voorbeeld.nl"})
    mine.post(CODE, {"code": last_code()})
    assert mine.get(CODE).url == ADDRESS


def test_an_address_that_became_somebody_elses_meanwhile_is_refused_in_words(mine, noor):
    mine.post(ADDRESS, {"address": "nieuw@voorbeeld.nl"})
    code = last_code()
    Account.objects.create_user(email="nieuw@voorbeeld.nl")

    text = mine.post(CODE, {"code": code}, follow=True).content.decode()

    assert "Iemand anders logt al in met dit adres" in text
    noor.account.refresh_from_db()
    assert noor.account.email == "noor@waterdrecht.example"


def test_too_many_codes_are_explained(mine):
    tries = [mine.post(ADDRESS, {"address": "nieuw@voorbeeld.nl"}) for _ in range(6)]
    assert [answer.status_code for answer in tries][:5] == [302] * 5
    assert tries[5].status_code in (422, 429)
    assert "te vaak" in tries[5].content.decode()


def test_a_password_can_be_set_and_used(mine, client, noor):
    assert mine.post(PASSWORD, {"password": WORDS}).url == "/mijn/profiel/"
    assert is_in(mine)
    client.post("/inloggen/wachtwoord/", {"address": noor.account.email, "password": WORDS})
    assert is_in(client)


def test_my_other_visits_end_with_a_new_password(mine, as_member, noor):
    other = as_member(noor)
    mine.post(PASSWORD, {"password": WORDS})
    assert mine.get("/mijn/profiel/").status_code == 200
    assert other.get("/mijn/profiel/").url.startswith("/inloggen/")


def test_taking_a_password_away_is_offered_only_to_who_has_one(mine):
    assert 'name="weg"' not in mine.get(PASSWORD).content.decode()
    mine.post(PASSWORD, {"password": WORDS})
    assert 'name="weg"' in mine.get(PASSWORD).content.decode()


def test_the_way_out_tells_what_goes_and_offers_a_break(mine):
    text = mine.get(LEAVE).content.decode()
    assert "Even pauze nemen" in text
    assert text.count('method="post"') >= 1


def test_who_left_sees_a_kind_word_and_is_a_guest(mine, noor):
    text = mine.post(LEAVE, follow=True).content.decode()
    assert "welkom" in text.lower()
    assert mine.get("/mijn/profiel/").url.startswith("/inloggen/")
    assert not Account.objects.filter(pk=noor.account_id).exists()


def test_nobody_leaves_for_somebody_else(as_member, noor, bram, fatima):
    for other in (bram, fatima):
        as_member(other).post(LEAVE, {"member": str(noor.pk), "wie": str(noor.pk)})
    assert Member.objects.get(pk=noor.pk).is_here


def test_a_break_counts_until_a_day_and_is_in_the_audit(noor):
    actions.pause(noor, until=None, by=noor)
    actions.unpause(noor, by=noor)
    actions.unpause(noor, by=noor)
    keys = Record.objects.order_by("id").values_list("key", flat=True)
    assert list(keys) == ["communities.member.paused", "communities.member.unpaused"]


def test_who_waits_or_left_has_no_break(noor):
    for state in (Member.State.WAITING, Member.State.LEFT):
        noor.state = state
        actions.pause(noor, until=None, by=noor)
        assert noor.state == state
