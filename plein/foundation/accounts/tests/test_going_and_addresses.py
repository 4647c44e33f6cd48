"""Another address, a password, and an account that goes: what is told, kept and gone."""

import pytest
from django.db import IntegrityError, transaction

from plein.foundation.accounts.actions import (
    AddressIsTaken,
    change_address,
    check_password,
    delete_account,
    set_password,
)
from plein.foundation.accounts.actions.codes import ask_code
from plein.foundation.accounts.backends import CodeOrPassword
from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.audit.models import Record
from plein.foundation.outbox.letters import Head
from plein.foundation.outbox.models import Message

WORDS = "een lange zin over de dijk"


@pytest.fixture
def noor(db) -> Account:
    return Account.objects.create_user(email="noor@voorbeeld.nl")


def change(account, address):
    change_address(account, address, head=Head("Waterdrecht"))
    account.refresh_from_db()


def test_a_phone_number_comes_beside_the_mail_address(noor):
    change(noor, "+31612345678")
    assert (noor.email, noor.phone) == ("noor@voorbeeld.nl", "+31612345678")


def test_a_new_mail_address_takes_the_place_of_the_old_one(noor):
    change(noor, "nieuw@voorbeeld.nl")
    assert (noor.email, noor.phone) == ("nieuw@voorbeeld.nl", None)


def test_every_old_address_hears_of_it_and_the_new_one_does_not(noor):
    change(noor, "+31612345678")
    Message.objects.all().delete()

    change(noor, "nieuw@voorbeeld.nl")

    told = set(Message.objects.values_list("address", flat=True))
    assert told == {"noor@voorbeeld.nl", "+31612345678"}
    assert set(Message.objects.values_list("category", flat=True)) == {"safety"}


def test_the_words_name_the_place_and_say_what_to_do(noor):
    change(noor, "nieuw@voorbeeld.nl")
    mail = Message.objects.get()
    assert "Waterdrecht" in mail.subject
    assert "Bel ons" in mail.text
    assert "nieuw@" not in mail.text


@pytest.mark.parametrize("address", ["bram@voorbeeld.nl", "BRAM@voorbeeld.nl"])
def test_an_address_of_somebody_else_stays_theirs(noor, address):
    Account.objects.create_user(email="bram@voorbeeld.nl")
    with pytest.raises(AddressIsTaken):
        change(noor, address)
    noor.refresh_from_db()
    assert noor.email == "noor@voorbeeld.nl"
    assert not Message.objects.exists()


def test_my_own_address_once_more_changes_nothing_and_tells_nobody(noor):
    change(noor, "noor@voorbeeld.nl")
    assert not Message.objects.exists()


def test_a_code_that_was_under_way_to_the_old_address_is_over(noor, waterdrecht):
    ask_code(noor.email, town_id=waterdrecht.pk, browser="x", head=Head("Waterdrecht"))
    change(noor, "nieuw@voorbeeld.nl")
    assert not SignInCode.objects.usable().exists()


def test_the_audit_tells_the_kind_of_address_and_not_the_address(noor):
    change(noor, "nieuw@voorbeeld.nl")
    line = Record.objects.get(key="accounts.address.changed")
    assert line.about_id == noor.pk
    assert line.values == {"way": "mail"}


def test_one_address_is_one_account_whatever_the_capitals(noor):
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create_user(email="Noor@Voorbeeld.NL")
    assert Account.objects.at("NOOR@voorbeeld.nl").get() == noor


def test_accounts_without_mail_or_phone_do_not_get_in_each_others_way(db):
    Account.objects.create_user(phone="+31612345678")
    Account.objects.create_user(phone="+31687654321")
    assert Account.objects.filter(email=None).count() == 2


def test_a_password_opens_only_with_the_right_address(noor):
    set_password(noor, WORDS)
    assert check_password("noor@voorbeeld.nl", WORDS) == noor
    assert check_password("noor@voorbeeld.nl", WORDS + " ") is None
    assert check_password("bram@voorbeeld.nl", WORDS) is None


def test_without_a_password_no_password_is_right(noor):
    for tried in ("", "!", "password", noor.password):
        assert check_password(noor.email, tried) is None


def test_a_stopped_account_has_no_right_password(noor):
    set_password(noor, WORDS)
    Account.objects.update(is_active=False)
    noor.refresh_from_db()
    assert check_password(noor.email, WORDS) is None
    assert CodeOrPassword().authenticate(None, account=noor, password=WORDS) is None
    assert CodeOrPassword().get_user(noor.pk) is None


def test_a_new_password_is_another_visit_and_so_is_a_new_address(noor):
    first = noor.get_session_auth_hash()
    set_password(noor, WORDS)
    second = noor.get_session_auth_hash()
    change(noor, "nieuw@voorbeeld.nl")
    assert len({first, second, noor.get_session_auth_hash()}) == 3


def test_setting_and_taking_away_are_two_lines_in_the_audit(noor):
    set_password(noor, WORDS)
    set_password(noor, None)
    keys = Record.objects.order_by("id").values_list("key", flat=True)
    assert list(keys) == ["accounts.password.set", "accounts.password.removed"]
    assert not noor.has_usable_password()


def test_an_account_that_goes_takes_its_codes_along(noor, waterdrecht):
    ask_code(noor.email, town_id=waterdrecht.pk, browser="x", head=Head("Waterdrecht"))
    ask_code("bram@voorbeeld.nl", town_id=waterdrecht.pk, browser="x", head=Head("Waterdrecht"))

    delete_account(noor)

    assert not Account.objects.exists()
    assert SignInCode.objects.get().address == "bram@voorbeeld.nl"
    assert Record.objects.filter(key="accounts.account.deleted").count() == 1


def test_an_account_shows_as_a_key_and_never_as_an_address(noor):
    assert "@" not in str(noor)
    assert noor.has_address("noor@voorbeeld.nl")
    assert not noor.has_address("")


def test_only_an_operator_is_let_into_the_admin(noor):
    assert not noor.is_staff
    assert not noor.has_perm("x")
    boss = Account.objects.create_superuser(email="boss@voorbeeld.nl", password=WORDS)
    assert boss.is_staff
    assert boss.has_module_perms("communities")
    boss.is_active = False
    assert not boss.has_perm("communities.view_member")
