"""Who knows your number keeps you out of nothing, and sends you no pile of texts (H4, H10, H11)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.foundation.accounts import limits
from plein.foundation.accounts.actions import set_password
from plein.foundation.communities.actions.speaking import speak_code
from plein.foundation.communities.tests.test_sign_in import ask, is_in, last_code
from plein.foundation.outbox.models import Message

CODE, PASSWORD = "/inloggen/code/", "/inloggen/wachtwoord/"
WORDS = "een lange zin over de dijk"


@pytest.fixture
def stranger(as_member):
    """Another browser, of somebody who knows Noor's address and types wrong codes."""
    browser = as_member(None)
    ask(browser)
    for _wrong in range(limits.LIMITS["try.browser"][0] + 1):
        answer = browser.post(CODE, {"code": "000001"})
    assert answer.status_code == 429
    return browser


def test_wrong_codes_in_one_browser_keep_nobody_out_in_another(client, noor, stranger):
    ask(client)
    client.post(CODE, {"code": last_code()})

    assert is_in(client)


def test_nor_a_code_that_is_read_aloud(client, noor, stranger, fatima, waterdrecht):
    ask(client)
    client.post(CODE, {"code": speak_code(noor.account.email, community=waterdrecht, by=fatima)})

    assert is_in(client)


def test_all_browsers_together_guess_seldom_at_a_code_read_aloud(
    as_member, noor, fatima, waterdrecht, monkeypatch
):
    monkeypatch.setitem(limits.LIMITS, "try.address", (2, 3600))
    digits = speak_code(noor.account.email, community=waterdrecht, by=fatima)
    for _browser in range(2):
        guesser = as_member(None)
        ask(guesser)
        guesser.post(CODE, {"code": "000001"})
    last = as_member(None)
    ask(last)

    last.post(CODE, {"code": digits})

    assert not is_in(last)


def test_wrong_passwords_in_one_browser_keep_nobody_out_in_another(client, as_member, noor):
    set_password(noor.account, WORDS)
    wrong = {"address": noor.account.email, "password": "iets heel anders"}
    stranger = as_member(None)
    for _wrong in range(limits.LIMITS["password.browser"][0] + 1):
        stranger.post(PASSWORD, wrong)

    client.post(PASSWORD, wrong | {"password": WORDS})

    assert is_in(client)


def test_the_thirteenth_code_of_a_day_is_not_sent_and_says_whom_to_call(client, noor):
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        for _code in range(12):
            assert ask(client).status_code == 302
            clock.shift(timedelta(minutes=16))
        before = Message.objects.count()

        answer = ask(client)

        assert answer.status_code == 429
        assert Message.objects.count() == before
        assert "Morgen lukt het weer, of bel ons. 0184-555 010" in answer.content.decode()


def test_the_words_tell_the_real_time(client, noor):
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        ask(client)
        for _wrong in range(limits.LIMITS["try.browser"][0]):
            client.post(CODE, {"code": "000001"})
        clock.shift(timedelta(minutes=20))

        answer = client.post(CODE, {"code": "000001"})

        assert "Wacht 40 minuten, of bel ons." in answer.content.decode()


def test_few_codes_a_day_go_to_numbers_abroad(client, waterdrecht, settings):
    settings.TEXTS_ABROAD_A_DAY = 1

    assert ask(client, "+32 470 12 34 56").status_code == 302
    assert ask(client, "+32 470 12 34 57").status_code == 429
    assert ask(client, "06 12345678").status_code == 302
    assert Message.objects.filter(made_at__lte=timezone.now()).count() == 2
