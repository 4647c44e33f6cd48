"""Wrongly said to have died or moved away: there is a way back, and people who hear of it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.foundation.communities import actions
from plein.foundation.communities.actions.gone import HasRole, forget_who_is_gone
from plein.foundation.communities.matters import came_back
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.communities.tests.test_sign_in import ask, is_in, last_code
from plein.testing.cast import give, make_member

CALL = "/meedoen/bel-ons/"


@pytest.fixture
def wrongly_gone(noor, fatima):
    actions.gone(noor, "moved", by=fatima)
    noor.refresh_from_db()
    return noor


@pytest.fixture
def host(centrum, waterdrecht):
    return give(make_member("Hans", centrum), RoleName.HOST, waterdrecht)


def comes_in(client, member):
    ask(client, member.account.email)
    return client.post("/inloggen/code/", {"code": last_code()}, follow=True)


def test_who_signs_in_reads_whom_to_call_and_a_connector_hears_it(
    client, as_member, wrongly_gone, fatima
):
    page = comes_in(client, wrongly_gone)

    assert page.request["PATH_INFO"] == CALL
    words = page.content.decode()
    assert "0184-555 010" in words
    assert "Bibliotheek" in words
    assert "Noor" not in words
    assert not is_in(client)
    [matter] = came_back(wrongly_gone.town_id)
    assert matter.url == f"/mensen/{wrongly_gone.pk}/weg/"

    told = as_member(fatima).get(matter.url).content.decode()
    assert "inloggen met dit nummer" in told
    as_member(fatima).post(matter.url, {"back": "1"})
    assert list(came_back(wrongly_gone.town_id)) == []
    comes_in(client, wrongly_gone)
    assert is_in(client)


def test_before_the_code_is_right_nobody_learns_anything(client, wrongly_gone):
    ask(client, wrongly_gone.account.email)
    client.post("/inloggen/code/", {"code": "000000"})

    assert list(came_back(wrongly_gone.town_id)) == []


@pytest.mark.parametrize("page", ["/inloggen/", "/meedoen/", "/mijn/profiel/"])
def test_who_was_signed_in_all_along_reads_it_too(as_member, wrongly_gone, page):
    answer = as_member(wrongly_gone).get(page, follow=True)
    assert answer.request["PATH_INFO"] == CALL


def test_who_joins_once_more_reads_it_and_nobody_is_left_waiting(client, wrongly_gone, molenwijk):
    who = {"name": "Noor", "address": wrongly_gone.account.email, "home": str(molenwijk.pk)}
    client.post("/meedoen/", who)
    answer = client.post("/inloggen/code/", {"code": last_code()})

    assert answer.url == CALL
    assert not Member.objects.waiting().exists()


def test_who_came_back_is_not_forgotten_before_somebody_had_time(client, wrongly_gone):
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        comes_in(client, wrongly_gone)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert forget_who_is_gone() == 0
    with time_machine.travel(timezone.now() + timedelta(days=60)):
        assert forget_who_is_gone() == 1


def test_a_host_does_not_say_so_of_a_manager(as_member, host, mila):
    page = f"/mensen/{mila.pk}/weg/"

    assert as_member(host).get(page).status_code == 403
    assert as_member(host).post(page, {"because": "moved"}).status_code == 403
    with pytest.raises(HasRole):
        actions.gone(mila, "moved", by=host)
    mila.refresh_from_db()
    assert mila.is_here


def test_a_manager_says_it_of_a_host(as_member, host, mila):
    as_member(mila).post(f"/mensen/{host.pk}/weg/", {"because": "moved"})

    host.refresh_from_db()
    assert not host.is_here


def test_a_host_still_says_it_of_a_neighbour(as_member, host, noor):
    as_member(host).post(f"/mensen/{noor.pk}/weg/", {"because": "died"})

    noor.refresh_from_db()
    assert not noor.is_here
