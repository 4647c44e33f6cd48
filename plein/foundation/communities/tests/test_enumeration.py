"""Known and unknown addresses get the same words, status and work (H13)."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plein.foundation.accounts import actions
from plein.foundation.accounts.models import SignInCode
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message

KNOWN, UNKNOWN = "noor@waterdrecht.example", "niet@waterdrecht.example"


def seen(path, data):
    """Status, words after the redirect and number of queries of one try in a fresh browser."""
    client = Client()
    client.get("/inloggen/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.post(path, data)
    words = client.get(response.url).content if response.status_code == 302 else response.content
    text = words.decode().replace(data["address"], "X")
    kinds = [query["sql"].split()[0] for query in queries]
    return response.status_code, _without_keys(text), kinds


def _without_keys(text):
    return [line for line in text.splitlines() if "csrf" not in line and "began" not in line]


@pytest.fixture
def town(noor, bram, centrum):
    seen("/inloggen/", {"address": "warm@voorbeeld.nl"})
    return noor


def test_asking_for_a_code_tells_nothing(town):
    assert seen("/inloggen/", {"address": KNOWN}) == seen("/inloggen/", {"address": UNKNOWN})


def test_joining_tells_nothing(town, molenwijk):
    who = {"name": "Sem", "home": str(molenwijk.pk)}
    known = seen("/meedoen/", who | {"address": KNOWN})
    assert known == seen("/meedoen/", who | {"address": UNKNOWN})


def test_a_password_page_tells_nothing(town):
    actions.set_password(town.account, "een-lang-wachtwoord-voor-proeven")
    page, wrong = "/inloggen/wachtwoord/", {"password": "verkeerd-wachtwoord"}
    seen(page, wrong | {"address": "warm@voorbeeld.nl"})
    assert seen(page, wrong | {"address": KNOWN}) == seen(page, wrong | {"address": UNKNOWN})


def test_a_password_is_hashed_once_for_everybody(town, monkeypatch):
    from django.contrib.auth import hashers

    hasher = type(hashers.get_hasher())
    calls = []
    original = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda *a, **k: calls.append(1) or original(*a, **k))
    counts = []
    for address in (KNOWN, UNKNOWN, "bram@waterdrecht.example"):
        calls.clear()
        actions.check_password(address, "verkeerd-wachtwoord")
        counts.append(len(calls))
    assert counts == [1, 1, 1]


def test_the_queue_looks_the_same(town):
    for address in (KNOWN, UNKNOWN):
        Client().post("/inloggen/", {"address": address})
    first, second = Message.objects.filter(address__in=[KNOWN, UNKNOWN])

    assert first.subject == second.subject
    for each in (first, second):
        each.text = re.sub(r"\b\d{6}\b", "______", each.text)
    assert first.text == second.text
    assert "______" in first.text
    assert (first.category, first.urgent) == (second.category, second.urgent)


def test_the_same_rows_are_made(town, molenwijk):
    who = {"name": "Sem", "home": str(molenwijk.pk)}
    for address in (KNOWN, UNKNOWN):
        Client().post("/meedoen/", who | {"address": address})

    assert SignInCode.objects.filter(address=KNOWN).count() == 1
    assert SignInCode.objects.filter(address=UNKNOWN).count() == 1
    assert Member.objects.waiting().count() == 2


def test_a_wrong_code_tells_nothing(town):
    answers = []
    for address in (KNOWN, UNKNOWN):
        client = Client()
        client.post("/inloggen/", {"address": address})
        response = client.post("/inloggen/code/", {"code": "000000"})
        text = response.content.decode().replace(address, "X")
        answers.append((response.status_code, _without_keys(text)))
    assert answers[0] == answers[1]
