"""Leaving: what goes, what stays, and coming back."""

import pytest

from plein.foundation.accounts.models import Account
from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.actions.roles import LastOne
from plein.foundation.communities.models import Member, Role
from plein.foundation.communities.tests.test_sign_in import is_in
from plein.testing.cast import make_member


def test_a_link_to_leave_shows_a_page_first(as_member, noor):
    assert "Wil je weg?" in as_member(noor).get("/mijn/profiel/weg/").content.decode()
    noor.refresh_from_db()
    assert noor.is_here


def test_who_leaves_is_somebody_who_left(as_member, noor):
    browser = as_member(noor)
    Member.objects.filter(pk=noor.pk).update(about="Ik ben Noor", available=7, cell_row=3)

    browser.post("/mijn/profiel/weg/")

    noor.refresh_from_db()
    assert noor.name == "Iemand die weg is"
    assert (noor.about, noor.available, noor.cell, noor.account) == ("", 0, None, None)
    assert noor.state == Member.State.LEFT
    assert not is_in(browser)


def test_the_account_goes_when_it_lives_nowhere(noor):
    actions.leave(noor, by=noor)
    assert not Account.objects.filter(email="noor@waterdrecht.example").exists()


def test_the_account_stays_when_it_lives_in_another_town_too(noor, elders):
    Member.objects.create(town=elders, home=elders, account=noor.account, name="Noor")
    actions.leave(noor, by=noor)
    assert Account.objects.filter(email="noor@waterdrecht.example").exists()


def test_roles_end(fatima):
    actions.leave(fatima, by=fatima)
    assert not Role.objects.filter(member=fatima).exists()


def test_the_last_manager_first_gives_the_role_away(as_member, mila):
    as_member(mila).post("/mijn/profiel/weg/")

    mila.refresh_from_db()
    assert mila.is_here
    with pytest.raises(LastOne):
        actions.leave(mila, by=mila)


def test_the_audit_remembers_that_not_who(noor):
    actions.leave(noor, by=noor)

    assert "Noor" not in str(list(Record.objects.values()))
    assert Record.objects.filter(key="communities.member.left", about_id=noor.pk).exists()


def test_who_left_can_come_back_as_somebody_new(noor, molenwijk):
    actions.leave(noor, by=noor)
    again = make_member("Noor", molenwijk)
    assert again.pk != noor.pk


def test_leaving_twice_changes_nothing(noor):
    actions.leave(noor, by=noor)
    actions.leave(noor, by=noor)
    assert Record.objects.filter(key="communities.member.left").count() == 1
