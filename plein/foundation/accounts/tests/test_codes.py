"""Six digits: for one address, in one town, in one browser, once, for a quarter of an hour."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.accounts.actions import ask_code, check_code, speak_code
from plein.foundation.accounts.actions.codes import LIFETIME, digest_of, forget_codes
from plein.foundation.accounts.models import SignInCode
from plein.foundation.audit.models import Record
from plein.foundation.outbox.letters import Head
from plein.foundation.outbox.models import Message

MAIL, PHONE = "noor@voorbeeld.nl", "+31612345678"


@pytest.fixture
def town(waterdrecht):
    return waterdrecht.pk


@pytest.fixture
def ask(town):
    def asked(address=MAIL, browser="mine"):
        return ask_code(address, town_id=town, browser=browser, head=Head("Waterdrecht"))

    return asked


@pytest.fixture
def check(town):
    def checked(digits, address=MAIL, browser="mine", town_id=town):
        return check_code(address, digits, town_id=town_id, browser=browser)

    return checked


def sent() -> str:
    return re.search(r"\b\d{6}\b", Message.objects.order_by("made_at").last().text).group()


def test_the_code_tells_by_which_way_it_came(ask, check):
    ask()
    assert check(sent()) == "mail"
    ask(PHONE)
    assert check(sent(), PHONE) == "text"


def test_a_mail_says_for_which_place_how_long_and_what_to_do_when_it_was_not_you(ask):
    ask()
    mail = Message.objects.get()

    assert mail.subject == "Je code voor Waterdrecht"
    assert "15 minuten" in mail.text
    assert "Geef de code aan niemand" in mail.text or "aan niemand" in mail.text
    assert (mail.category, mail.address) == ("code", MAIL)


def test_a_text_message_is_one_message_and_no_novel(ask):
    ask(PHONE)
    message = Message.objects.get()

    assert message.channel == "text"
    assert len(message.text) <= 160


def test_a_code_that_is_too_old_is_not_sent_any_more(ask):
    code = ask()
    assert Message.objects.get().good_until == code.expires_at
    assert code.expires_at - timezone.now() <= LIFETIME


@pytest.mark.parametrize("digits", ["", "000", "abcdef", "\0", "9" * 60, "１２３４５６", "²²²²²²"])
def test_what_is_no_code_opens_nothing(ask, check, digits):
    SignInCode.objects.filter(pk=ask().pk).update(digest="x" * 64)
    assert check(digits) == ""


def test_digits_of_all_scripts_count(ask, check):
    ask()
    arabic = sent().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert check(arabic) == "mail"


def test_the_same_code_does_not_open_twice(ask, check):
    ask()
    assert check(sent()) == "mail"
    assert check(sent()) == ""


def test_two_open_codes_both_work_until_one_did(ask, check):
    ask()
    first = sent()
    ask()
    second = sent()

    assert check(first) == "mail"
    assert check(second) == ""


def test_a_wrong_try_is_counted_for_every_open_code(ask, check):
    ask()
    ask()
    check("000000")
    assert set(SignInCode.objects.values_list("tries", flat=True)) == {1}


@pytest.mark.parametrize(("tries", "way"), [(4, "mail"), (5, ""), (9, "")])
def test_five_tries_and_no_more(ask, check, tries, way):
    code = ask()
    SignInCode.objects.filter(pk=code.pk).update(tries=tries)
    assert check(sent()) == way


def test_time_ends_a_code(ask, check):
    code = ask()
    past = timezone.now() - timedelta(seconds=1)
    SignInCode.objects.filter(pk=code.pk).update(expires_at=past)
    assert check(sent()) == ""


@pytest.mark.parametrize("wrong", [{"address": PHONE}, {"browser": "other"}, {"browser": ""}])
def test_a_code_is_for_one_address_and_one_browser(ask, check, wrong):
    ask()
    assert check(sent(), **wrong) == ""


def test_a_code_is_for_one_town(ask, check, elders):
    ask()
    assert check(sent(), town_id=elders.pk) == ""


def test_a_spoken_code_works_in_any_browser_of_its_town(town, check, elders):
    _code, digits = speak_code(MAIL, town_id=town)
    assert check(digits, town_id=elders.pk) == ""
    assert check(digits, browser="whatever") == "spoken"


def test_a_browser_without_a_key_never_matches_a_code_of_another(ask, check):
    ask(browser="")
    assert check(sent(), browser="mine") == ""
    assert digest_of("") == "-"


def test_forgetting_ends_the_codes_of_one_address_only(ask, check):
    ask()
    mine = sent()
    ask(PHONE)
    theirs = sent()

    forget_codes(MAIL)

    assert check(mine) == ""
    assert check(theirs, PHONE) == "text"


def test_the_audit_tells_that_a_code_was_asked_and_nothing_about_whom(ask):
    ask()
    line = Record.objects.get(key="accounts.code.asked")
    assert line.values == {"way": "mail"}
    assert (line.about_id, line.by_id) == (None, None)


def test_no_column_holds_the_code_or_the_key_of_the_browser(ask):
    ask(browser="geheime sleutel")
    row = str(SignInCode.objects.values().get())
    assert sent() not in row
    assert "geheime" not in row
