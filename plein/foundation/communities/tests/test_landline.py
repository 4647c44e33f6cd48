"""Somebody with a phone on the wall gets the code by voice."""

import pytest

from plein.foundation.accounts.addresses import is_landline
from plein.foundation.communities.actions.speaking import speak_code
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message

WALL, CLEAN = "0184 555 123", "+31184555123"
JOIN, CODE = "/meedoen/", "/inloggen/code/"


def join(client, address=WALL) -> str:
    data = {"name": "Ans", "address": address}
    return client.post(JOIN, data, follow=True).content.decode()


@pytest.mark.parametrize(
    ("address", "landline"),
    [(CLEAN, True), ("+31612345678", False), ("noor@waterdrecht.example", False)],
)
def test_which_number_hangs_on_the_wall(address, landline):
    assert is_landline(address) is landline


def test_the_page_says_to_call(client, waterdrecht):
    html = join(client)

    assert "kan geen sms" in html
    assert "tel:0184555010" in html


def test_no_text_message_is_sent_to_a_wall(client, waterdrecht):
    join(client)

    assert not Message.objects.exists()
    assert Member.objects.waiting().get().address == CLEAN


def test_a_mobile_phone_still_gets_its_message(client, waterdrecht):
    html = join(client, "06 12345678")

    assert "kan geen sms" not in html
    assert Message.objects.get().address == "+31612345678"


def test_with_the_code_read_aloud_one_comes_in(client, waterdrecht, fatima):
    join(client)
    digits = speak_code(CLEAN, community=waterdrecht, by=fatima)

    client.post(CODE, {"code": digits})

    assert Member.objects.get(name="Ans").is_here


def test_a_wrong_code_keeps_saying_to_call(client, waterdrecht):
    join(client)

    assert "kan geen sms" in client.post(CODE, {"code": "000000"}).content.decode()
