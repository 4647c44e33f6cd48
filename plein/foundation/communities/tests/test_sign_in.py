"""Signing in: one field, six digits, no password needed."""

import re

import pytest
from django.contrib.auth import SESSION_KEY

from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message


def last_code() -> str:
    return re.search(r"\b\d{6}\b", Message.objects.order_by("made_at").last().text).group()


def ask(client, address="noor@waterdrecht.example", **more):
    return client.post("/inloggen/", {"address": address, **more})


def is_in(client) -> bool:
    return SESSION_KEY in client.session


def test_a_neighbour_signs_in_with_a_code_by_mail(client, noor):
    assert ask(client).url == "/inloggen/code/"

    response = client.post("/inloggen/code/", {"code": last_code()})

    assert response.url == "/"
    assert client.get("/mijn/profiel/").status_code == 200


def test_a_neighbour_signs_in_with_a_code_by_text_message(client, noor):
    Account.objects.filter(pk=noor.account_id).update(phone="+31612345678", email=None)

    ask(client, "06 12 34 56 78")
    client.post("/inloggen/code/", {"code": last_code()})

    assert Message.objects.get().channel == "text"
    assert is_in(client)


def test_after_signing_in_you_are_where_you_wanted_to_go(client, noor):
    ask(client, terug="/prikbord/?soort=vraag")

    assert client.post("/inloggen/code/", {"code": last_code()}).url == "/prikbord/?soort=vraag"


@pytest.mark.parametrize("evil", ["https://boef.example/", "//boef.example", "/\\boef.example", ""])
def test_terug_never_leads_to_another_site(client, noor, evil):
    ask(client, terug=evil)

    assert client.post("/inloggen/code/", {"code": last_code()}).url == "/"


def test_a_code_may_be_typed_with_spaces_or_arabic_digits(client, noor):
    ask(client)
    code = last_code()

    spaced = f"{code[:3]} {code[3:]}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    client.post("/inloggen/code/", {"code": spaced})

    assert is_in(client)


def test_a_wrong_code_says_so_and_lets_nobody_in(client, noor):
    ask(client)
    wrong = f"{(int(last_code()) + 1) % 1_000_000:06}"

    response = client.post("/inloggen/code/", {"code": wrong})

    assert response.status_code == 422
    assert "niet goed" in response.content.decode()
    assert not is_in(client)


@pytest.mark.parametrize("typed", ["", "12345", "abc", "1234567", "💥" * 6, "1" * 500])
def test_what_is_no_code_is_explained_at_the_field(client, noor, typed):
    ask(client)

    assert client.post("/inloggen/code/", {"code": typed}).status_code == 422


def test_without_an_address_the_code_page_leads_to_the_first_page(client, waterdrecht):
    assert client.get("/inloggen/code/").url == "/inloggen/"
    assert client.post("/inloggen/code/opnieuw/").url == "/inloggen/"


@pytest.mark.parametrize("typed", ["", "noor", "06", "a@b", "x" * 300])
def test_what_is_no_address_is_explained_and_kept(client, waterdrecht, typed):
    response = ask(client, typed)

    assert response.status_code == 422
    assert Message.objects.count() == 0


def test_the_database_does_not_hold_the_code_itself(client, noor):
    ask(client)

    row = SignInCode.objects.get()
    assert last_code() not in (row.digest, row.browser)
    assert len(row.digest) == 64


def test_the_session_gets_another_key_at_sign_in(client, noor):
    ask(client)
    before = client.session.session_key

    client.post("/inloggen/code/", {"code": last_code()})

    assert client.session.session_key != before


def test_what_somebody_was_writing_is_still_there_after_signing_in(client, noor):
    ask(client)
    session = client.session
    session["draft"] = "Wie past op mijn tuin?"
    session.save()

    client.post("/inloggen/code/", {"code": last_code()})

    assert client.session["draft"] == "Wie past op mijn tuin?"


def test_signing_out_needs_a_button(as_member, noor):
    browser = as_member(noor)

    assert browser.get("/uitloggen/").status_code == 200
    assert is_in(browser)
    browser.post("/uitloggen/")
    assert not is_in(browser)


def test_an_account_that_was_stopped_comes_no_further(client, noor):
    Account.objects.filter(pk=noor.account_id).update(is_active=False)
    ask(client)

    response = client.post("/inloggen/code/", {"code": last_code()})

    assert response.url == "/inloggen/"
    assert not is_in(client)


def test_a_proved_address_that_nobody_knows_goes_on_to_join_without_a_second_code(
    client, waterdrecht, molenwijk
):
    ask(client, "nieuw@voorbeeld.nl", terug="/prikbord/")
    response = client.post("/inloggen/code/", {"code": last_code()})
    assert response.url.startswith("/meedoen/")

    response = client.post(
        "/meedoen/", {"name": "Sem", "home": str(molenwijk.pk), "terug": "/prikbord/"}
    )

    assert response.url == "/prikbord/"
    assert Member.objects.get(name="Sem").state == Member.State.ACTIVE
    assert is_in(client)


def test_somebody_of_another_town_signs_in_and_is_asked_to_join_here(client, joost, molenwijk):
    ask(client, joost.account.email)
    client.post("/inloggen/code/", {"code": last_code()})

    assert client.get("/mijn/profiel/").url.startswith("/meedoen/")
    client.post("/meedoen/", {"name": "Joost", "home": str(molenwijk.pk)})

    assert Member.objects.filter(account=joost.account).count() == 2
