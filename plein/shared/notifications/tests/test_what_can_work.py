"""How we tell you: only what can work is offered (DOOR-4)."""

import pytest

from plein.foundation.communities.models import Member

PAGE = "/berichten/instellen/"


@pytest.fixture
def only_a_phone(noor):
    noor.account.email, noor.account.phone = None, "+31612345678"
    noor.account.save()
    return noor


def offered(browser):
    return {key for key, _words in browser.get(PAGE).context["form"].fields["channel"].choices}


def test_who_has_no_number_reads_how_to_add_one(as_member, noor):
    answer = as_member(noor).post(PAGE, {"channel": "phone", "rhythm": "at_once"})

    assert answer.status_code == 422
    assert 'href="/mijn/profiel/adres/"' in answer.content.decode()
    noor.refresh_from_db()
    assert noor.channel == "mail"


def test_who_has_a_number_is_called(as_member, only_a_phone):
    as_member(only_a_phone).post(PAGE, {"channel": "phone", "rhythm": "at_once"})

    only_a_phone.refresh_from_db()
    assert only_a_phone.channel == "phone"


def test_a_text_needs_a_phone_and_a_letter_an_address(as_member, noor):
    assert offered(as_member(noor)) == {"mail", "phone", "somebody", "site"}


def test_a_mail_needs_a_mail_address(as_member, only_a_phone):
    assert offered(as_member(only_a_phone)) == {"text", "phone", "somebody", "site"}


def test_no_text_goes_to_a_phone_on_the_wall(as_member, noor):
    noor.account.phone = "+31184555123"
    noor.account.save()
    assert "text" not in offered(as_member(noor))


def test_who_gets_letters_already_keeps_them(as_member, noor):
    Member.objects.filter(pk=noor.pk).update(channel="paper")
    assert "paper" in offered(as_member(noor))


def test_texts_are_not_promised_once_a_day(as_member, only_a_phone):
    answer = as_member(only_a_phone).post(PAGE, {"channel": "text", "rhythm": "daily"})

    assert answer.status_code == 422
    assert "Een sms komt meteen" in answer.content.decode()
