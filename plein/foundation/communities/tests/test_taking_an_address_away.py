"""A number that is lost or lent opens nothing any more (H10)."""

import pytest

from plein.foundation.accounts.models import Account
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message

PAGE, AWAY = "/mijn/profiel/adres/", "/mijn/profiel/adres/weg/"
PHONE = "+31612345678"


@pytest.fixture
def mine(as_member, noor):
    noor.account.phone = PHONE
    noor.account.save()
    return as_member(noor)


def account(noor):
    return Account.objects.get(pk=noor.account_id)


def test_the_lost_number_goes_and_the_mail_address_hears_it(mine, as_member, noor):
    elsewhere = as_member(noor)
    assert "Dit nummer weghalen" in mine.get(PAGE).content.decode()

    mine.post(AWAY, {"welk": "phone"})

    assert account(noor).phone is None
    assert not Account.objects.at(PHONE).exists()
    mail = Message.objects.get()
    assert (mail.address, mail.category) == (noor.account.email, "safety")
    line = Record.objects.get(key="accounts.address.removed")
    assert (line.about_id, line.values) == (noor.account_id, {"way": "phone"})
    assert mine.get(PAGE).status_code == 200
    assert elsewhere.get(PAGE).status_code == 302, "Other visits have ended."


def test_a_mail_address_goes_too_and_news_goes_by_text(mine, noor):
    mine.post(AWAY, {"welk": "mail"})

    assert (account(noor).email, account(noor).phone) == (None, PHONE)
    assert Member.objects.get(pk=noor.pk).channel == "text"


@pytest.mark.parametrize("channel", ["text", "phone"])
def test_who_was_told_by_that_number_is_told_by_mail(mine, noor, channel):
    Member.objects.filter(pk=noor.pk).update(channel=channel)
    mine.post(AWAY, {"welk": "phone"})
    assert Member.objects.get(pk=noor.pk).channel == "mail"


def test_the_last_one_stays(as_member, noor):
    browser = as_member(noor)
    assert AWAY not in browser.get(PAGE).content.decode()

    said = browser.post(AWAY, {"welk": "mail"}, follow=True).content.decode()

    assert "Zet er eerst een ander bij" in said
    assert account(noor).email


def test_a_phone_on_the_wall_is_no_way_to_get_a_code(mine, noor):
    Account.objects.filter(pk=noor.account_id).update(phone="+31184555123")
    mine.force_login(account(noor))
    mine.post(AWAY, {"welk": "mail"})
    assert account(noor).email


def test_who_came_in_with_a_code_read_aloud_takes_nothing_away(mine, noor):
    session = mine.session
    session["way"] = "spoken"
    session.save()

    mine.post(AWAY, {"welk": "phone"})

    assert account(noor).phone == PHONE
