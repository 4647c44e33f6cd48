"""A code read aloud never stays between two people: the person is told, or a colleague asks."""

import pytest

from plein.foundation.accounts.models import Account
from plein.foundation.communities.actions.speaking import asked, speak_code
from plein.foundation.communities.matters import read_aloud
from plein.foundation.communities.models import RoleName
from plein.foundation.outbox.models import Message
from plein.testing.cast import give, make_member

MOBILE, WALL = "+31612345678", "+31184555123"
JOIN, CODE, PASSWORD = "/meedoen/", "/inloggen/code/", "/mijn/profiel/wachtwoord/"
WORDS = "een lange zin over de dijk"


def reached_at(member, phone):
    """Only a phone, no mail."""
    Account.objects.filter(pk=member.account_id).update(email=None, phone=phone)
    return phone


@pytest.fixture
def karim(waterdrecht, centrum):
    return give(make_member("Karim", centrum), RoleName.HOST, waterdrecht)


def test_who_has_only_a_mobile_phone_gets_a_text(noor, waterdrecht, karim):
    speak_code(reached_at(noor, MOBILE), community=waterdrecht, by=karim)

    told = Message.objects.get(category="safety")
    assert told.address == MOBILE
    assert "Karim" in str(vars(told))
    assert not list(read_aloud(waterdrecht.pk))


def test_of_a_phone_on_the_wall_a_colleague_hears_and_not_who_read(
    noor, waterdrecht, karim, fatima
):
    speak_code(reached_at(noor, WALL), community=waterdrecht, by=karim)

    assert not Message.objects.filter(category="safety").exists()
    matter = next(read_aloud(waterdrecht.pk))
    assert (matter.about, "Noor" in matter.words) == (noor.pk, True)
    assert {karim.pk, noor.pk} <= matter.hidden_from
    assert fatima.pk not in matter.hidden_from


def test_who_read_it_does_not_say_that_it_is_right(noor, waterdrecht, karim, fatima):
    speak_code(reached_at(noor, WALL), community=waterdrecht, by=karim)

    asked(noor.pk, karim)
    assert list(read_aloud(waterdrecht.pk))

    asked(noor.pk, fatima)
    assert not list(read_aloud(waterdrecht.pk))


def test_a_later_code_is_asked_about_again(noor, waterdrecht, karim, fatima):
    for _ in range(2):
        speak_code(reached_at(noor, WALL), community=waterdrecht, by=karim)
        assert len(list(read_aloud(waterdrecht.pk))) == 1
        asked(noor.pk, fatima)


def test_it_stands_on_the_day_start_of_a_colleague_only(
    as_member, noor, waterdrecht, karim, fatima
):
    speak_code(reached_at(noor, WALL), community=waterdrecht, by=karim)

    words = "Er is een code voorgelezen voor Noor"
    assert words in as_member(fatima).get("/dagstart/?tijd=60").content.decode()
    assert words not in as_member(karim).get("/dagstart/?tijd=60").content.decode()


def test_who_joined_with_a_spoken_code_sets_no_password(client, waterdrecht, molenwijk, karim):
    """The address was of nobody yet, so the form to join came after the code."""
    client.post("/inloggen/", {"address": "ans@voorbeeld.nl"})
    digits = speak_code("ans@voorbeeld.nl", community=waterdrecht, by=karim)
    client.post(CODE, {"code": digits})
    client.post(JOIN, {"name": "Ans", "home": str(molenwijk.pk)})

    account = Account.objects.get(email="ans@voorbeeld.nl")
    client.post(PASSWORD, {"password": WORDS})

    account.refresh_from_db()
    assert client.session["way"] == "spoken"
    assert not account.has_usable_password()
