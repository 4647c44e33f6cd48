"""A visit: it begins under a new key, ends everywhere at once, and is carried only once."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.utils import timezone

from plein.foundation.accounts import limits
from plein.foundation.accounts.actions import hand_over, set_password, take_over
from plein.foundation.accounts.actions.codes import digest_of
from plein.foundation.accounts.models import Account, HandOver, SignInCode
from plein.foundation.accounts.tasks import forget_old_keys
from plein.foundation.audit.models import Record

WORDS = "een lange zin over de dijk"
HOST = "molenwijk.testserver"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_counts(db):
    cache.clear()


@pytest.fixture
def with_password(noor):
    set_password(noor.account, WORDS)
    return noor


def sign_in(client, words=WORDS, address="noor@waterdrecht.example"):
    return client.post("/inloggen/wachtwoord/", {"address": address, "password": words})


def carry(noor, browser="there"):
    return hand_over(noor.account, host=HOST, browser=digest_of(browser), session="s")


def test_a_password_begins_a_visit_and_the_audit_says_how(client, with_password):
    sign_in(client)
    assert SESSION_KEY in client.session
    line = Record.objects.get(key="accounts.session.begun")
    assert (line.about_id, line.values["way"]) == (with_password.account_id, "password")


def test_a_wrong_password_begins_nothing_and_says_nothing_of_which_was_wrong(client, with_password):
    one = sign_in(client, "iets heel anders")
    other = sign_in(client, "iets heel anders", "niemand@voorbeeld.nl")

    assert SESSION_KEY not in client.session
    assert {one.status_code, other.status_code} == {422}
    words = "Dit adres en wachtwoord horen niet bij elkaar"
    assert all(words in each.content.decode() for each in (one, other))


def test_signing_out_is_written_down_and_the_page_is_nobodys(client, with_password):
    sign_in(client)
    client.post("/uitloggen/")
    assert SESSION_KEY not in client.session
    assert Record.objects.filter(key="accounts.session.ended").count() == 1
    assert client.get("/mijn/profiel/").url.startswith("/inloggen/")


def test_signing_out_twice_is_no_error(client, with_password):
    sign_in(client)
    client.post("/uitloggen/")
    assert client.post("/uitloggen/").status_code == 302
    assert Record.objects.filter(key="accounts.session.ended").count() == 1


def test_the_key_of_the_browser_changes_when_somebody_signs_in(client, with_password):
    client.get("/inloggen/wachtwoord/")
    client.post("/inloggen/", {"address": "x@voorbeeld.nl"})
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_a_carried_visit_opens_once_at_one_host_in_one_browser(noor):
    key = carry(noor)
    assert take_over(key, host="testserver", browser="there") is None
    assert take_over(key, host=HOST, browser="elsewhere") is None
    assert take_over("iets anders", host=HOST, browser="there") is None
    assert take_over(key, host=HOST, browser="there").account == noor.account
    assert take_over(key, host=HOST, browser="there") is None


def test_a_carried_visit_is_over_after_a_minute(noor):
    key = carry(noor)
    HandOver.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert take_over(key, host=HOST, browser="there") is None


def test_a_stopped_account_is_not_carried(noor):
    key = carry(noor)
    Account.objects.update(is_active=False)
    assert take_over(key, host=HOST, browser="there") is None


def test_carrying_is_written_down_and_the_key_is_kept_nowhere(noor):
    key = carry(noor)
    take_over(key, host=HOST, browser="there")
    assert Record.objects.get(key="accounts.session.carried").about_id == noor.account_id
    assert key not in str(HandOver.objects.values().get())


def test_night_throws_away_what_is_over_and_keeps_what_still_works(noor, settings, waterdrecht):
    now = timezone.now()
    carry(noor)
    old = HandOver.objects.get()
    HandOver.objects.filter(pk=old.pk).update(
        expires_at=now - timedelta(seconds=settings.SESSION_COOKIE_AGE + 60)
    )
    carry(noor)
    for hours in (-25, -1, 1):
        SignInCode.objects.create(
            town_id=waterdrecht.pk,
            address="x",
            way="mail",
            digest="d",
            expires_at=now + timedelta(hours=hours),
        )

    forget_old_keys()

    assert HandOver.objects.count() == 1
    assert SignInCode.objects.count() == 2


@pytest.mark.once
@pytest.mark.parametrize("what", sorted(limits.LIMITS))
def test_each_limit_lets_so_many_by_and_then_stops(what):
    usual, _seconds = limits.LIMITS[what]
    most = usual or 3  # an installation says it itself
    for _ in range(most):
        limits.count(what, "noor", most)
    with pytest.raises(limits.TooOften):
        limits.count(what, "noor", most)
    limits.count(what, "bram", most)


def test_a_limit_is_over_in_the_next_quarter(monkeypatch):
    monkeypatch.setattr(limits.time, "time", lambda: 1_000_000)
    for _ in range(5):
        limits.count("code.here", "noor")
    monkeypatch.setattr(limits.time, "time", lambda: 1_000_000 + limits.QUARTER)
    limits.count("code.here", "noor")


def test_what_is_counted_for_one_thing_does_not_count_for_another():
    for _ in range(5):
        limits.count("code.here", "noor")
    limits.count("code.address", "noor")
