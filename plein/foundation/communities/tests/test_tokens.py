"""How long each key lives, and what ends it (H10): every cell of the table."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from plein.foundation.accounts import actions, limits
from plein.foundation.accounts.models import SignInCode, Tally
from plein.foundation.communities.tests.test_sign_in import ask, is_in, last_code
from plein.foundation.outbox.letters import Head
from plein.foundation.outbox.models import Message

PASSWORD = "een-lang-wachtwoord-voor-proeven"
CODE = "/inloggen/code/"


@pytest.fixture
def account(noor):
    return noor.account


def code_for(account, noor, browser="b"):
    actions.ask_code(account.email, town_id=noor.town_id, browser=browser, head=Head("Waterdrecht"))
    return last_code()


def works(account, noor, code, browser="b") -> bool:
    return bool(actions.check_code(account.email, code, town_id=noor.town_id, browser=browser))


def test_a_code_works_once(account, noor):
    code = code_for(account, noor)
    assert works(account, noor, code)
    assert not works(account, noor, code)


@pytest.mark.parametrize(("minutes", "right"), [(14, True), (15.1, False), (60 * 24, False)])
def test_a_code_works_for_a_quarter_of_an_hour(account, noor, minutes, right):
    code = code_for(account, noor)
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert works(account, noor, code) is right


def test_a_code_works_only_in_the_browser_that_asked(account, noor):
    code = code_for(account, noor)
    assert not works(account, noor, code, browser="another")
    assert not works(account, noor, code, browser="")
    assert works(account, noor, code)


def test_a_code_works_only_for_its_address(account, noor, bram):
    code = code_for(account, noor)
    assert not works(bram.account, bram, code)


def test_a_code_works_only_in_its_own_town(account, noor, joost):
    code = code_for(account, noor)
    assert not actions.check_code(account.email, code, town_id=joost.town_id, browser="b")


def test_after_five_wrong_tries_the_right_code_does_not_work_either(account, noor):
    code = code_for(account, noor)
    for _try in range(5):
        assert not works(account, noor, "not-it")
    assert not works(account, noor, code)


def test_one_right_code_ends_the_others(account, noor):
    first, second = code_for(account, noor), code_for(account, noor)
    assert works(account, noor, first)
    assert first == second or not works(account, noor, second)


def test_a_new_password_ends_open_codes_and_other_visits(account, noor, as_member):
    code = code_for(account, noor)
    laptop, phone = as_member(noor), as_member(noor)

    laptop.post("/mijn/profiel/wachtwoord/", {"password": PASSWORD})

    assert not works(account, noor, code)
    assert laptop.get("/mijn/profiel/").status_code == 200
    assert phone.get("/mijn/profiel/").url.startswith("/inloggen/")


def change_address(browser, to):
    browser.post("/mijn/profiel/adres/", {"address": to})
    return browser.post("/mijn/profiel/adres/code/", {"code": last_code()})


@pytest.mark.parametrize("new", ["nieuw@voorbeeld.nl", "06 12345678"])
def test_another_address_ends_open_codes_and_other_visits(account, noor, as_member, new):
    code = code_for(account, noor)
    laptop, phone = as_member(noor), as_member(noor)

    change_address(laptop, new)

    assert not works(account, noor, code)
    assert laptop.get("/mijn/profiel/").status_code == 200
    assert phone.get("/mijn/profiel/").url.startswith("/inloggen/")


def test_the_old_address_is_told(account, noor, as_member):
    change_address(as_member(noor), "nieuw@voorbeeld.nl")

    told = Message.objects.filter(category="safety").get()
    assert told.address == "noor@waterdrecht.example"
    assert "Bel ons" in told.text
    account.refresh_from_db()
    assert account.email == "nieuw@voorbeeld.nl"


def test_an_address_of_somebody_else_cannot_be_taken(noor, bram, as_member):
    response = change_address(as_member(noor), bram.account.email)

    assert response.url == "/mijn/profiel/adres/"
    noor.account.refresh_from_db()
    assert noor.account.email == "noor@waterdrecht.example"


def test_without_the_code_the_address_stays(noor, as_member):
    browser = as_member(noor)
    browser.post("/mijn/profiel/adres/", {"address": "nieuw@voorbeeld.nl"})
    browser.post("/mijn/profiel/adres/code/", {"code": "000000"})

    noor.account.refresh_from_db()
    assert noor.account.email == "noor@waterdrecht.example"


def test_a_password_signs_in_and_a_wrong_one_does_not(noor, client):
    actions.set_password(noor.account, PASSWORD)
    page = "/inloggen/wachtwoord/"

    wrong = client.post(page, {"address": noor.account.email, "password": "verkeerd-wachtwoord"})
    assert wrong.status_code == 422
    assert not is_in(client)

    client.post(page, {"address": noor.account.email, "password": PASSWORD})
    assert is_in(client)


@pytest.mark.parametrize("weak", ["", "kort", "1234567890", "password123"])
def test_a_weak_password_is_refused_with_a_reason(noor, as_member, weak):
    response = as_member(noor).post("/mijn/profiel/wachtwoord/", {"password": weak})

    assert response.status_code == 422
    noor.account.refresh_from_db()
    assert not noor.account.has_usable_password()


def test_a_password_can_be_taken_away(noor, as_member):
    browser = as_member(noor)
    browser.post("/mijn/profiel/wachtwoord/", {"password": PASSWORD})
    browser.post("/mijn/profiel/wachtwoord/", {"weg": "1"})

    noor.account.refresh_from_db()
    assert not noor.account.has_usable_password()


def ask_from(place: str, client) -> int:
    said = {"address": "noor@waterdrecht.example"}
    return client.post("/inloggen/", said, REMOTE_ADDR=place).status_code


@pytest.mark.parametrize(("limit", "pause"), [("code.here", 1), ("code.here.day", limits.QUARTER)])
def test_who_asks_codes_for_somebody_else_does_not_keep_them_out(client, noor, limit, pause):
    """A stranger elsewhere uses up their own tries, not those of Noor."""
    most, _seconds = limits.LIMITS[limit]
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        for _again in range(most):
            assert ask_from("203.0.113.9", client) == 302
            clock.shift(pause)

        assert ask_from("203.0.113.9", client) == 429
        assert ask_from("198.51.100.7", client) == 302


def test_from_many_places_no_more_codes_go_to_one_address_than_a_mailbox_bears(client, noor):
    most, _seconds = limits.LIMITS["code.address"]
    answers = [ask_from(f"203.0.113.{i}", client) for i in range(most + 1)]
    assert answers == [302] * most + [429]


def test_too_many_codes_for_one_address_wait_a_quarter(client, noor):
    most, seconds = limits.LIMITS["code.here"]
    for _again in range(most):
        assert ask(client).status_code == 302
    assert ask(client).status_code == 429
    assert ask(client, "iemand@anders.nl").status_code == 302

    with time_machine.travel(timezone.now() + timedelta(seconds=seconds + 1)):
        assert ask(client).status_code == 302


def test_too_many_codes_from_one_place_wait(client, waterdrecht):
    most, _seconds = limits.LIMITS["code.ip"]
    answers = [ask(client, f"n{i}@voorbeeld.nl").status_code for i in range(most + 1)]
    assert answers == [302] * most + [429]


def test_guessing_stops_long_before_a_code_is_found(client, noor):
    most, _seconds = limits.LIMITS["try.browser"]
    answers = []
    for _round in range(4):
        ask(client)
        answers += [client.post(CODE, {"code": "000001"}).status_code for _try in range(5)]
    assert answers.count(429) == len(answers) - most
    assert SESSION_KEY not in client.session


def test_guessing_a_password_stops(client, noor):
    actions.set_password(noor.account, PASSWORD)
    most, _seconds = limits.LIMITS["password.browser"]
    wrong = {"address": noor.account.email, "password": "verkeerd-wachtwoord"}
    for _try in range(most):
        assert client.post("/inloggen/wachtwoord/", wrong).status_code == 422
    right = wrong | {"password": PASSWORD}
    assert client.post("/inloggen/wachtwoord/", right).status_code == 429


def test_what_is_counted_holds_no_address(client, noor):
    ask(client)

    kept = list(Tally.objects.values_list())
    assert kept
    assert "noor" not in str(kept)


def test_old_codes_are_rows_that_open_nothing(account, noor):
    code_for(account, noor)
    SignInCode.objects.update(expires_at=timezone.now())
    assert SignInCode.objects.usable().count() == 0


def test_a_session_of_a_stopped_account_ends(noor, as_member):
    browser: Client = as_member(noor)
    type(noor.account).objects.filter(pk=noor.account_id).update(is_active=False)
    assert browser.get("/mijn/profiel/").url.startswith("/inloggen/")
