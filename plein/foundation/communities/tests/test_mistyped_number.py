"""One digit wrong while joining: the number of a stranger opens nothing (TRUST-7, H11)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member
from plein.foundation.communities.tests.test_sign_in import last_code
from plein.foundation.jobs.models import Change

JOIN, CODE = "/meedoen/", "/inloggen/code/"
WRONG, RIGHT = "06 12345678", "06 12345679"


@pytest.fixture
def mien(molenwijk):
    return {"name": "Mien", "home": str(molenwijk.pk)}


@pytest.fixture
def waiting(client, mien):
    client.post(JOIN, mien | {"address": WRONG})
    Member.objects.waiting().update(made_at=timezone.now() - timedelta(minutes=16))
    return Member.objects.waiting().get()


def greet_page(member):
    return f"/mensen/{member.pk}/begroeten/"


def test_who_joins_again_with_the_right_number_leaves_nobody_waiting(client, mien, waiting):
    client.post(JOIN, mien | {"address": RIGHT})
    client.post(CODE, {"code": last_code()})

    assert Member.objects.get().account.phone == "+31612345679"
    assert Change.objects.filter(kind="communities.member", about=waiting.pk).exists()


def test_who_then_signs_in_with_the_right_number_leaves_nobody_waiting_either(
    client, mien, waiting
):
    client.post("/inloggen/", {"address": RIGHT})
    client.post(CODE, {"code": last_code()})
    client.post(JOIN, mien)

    assert Member.objects.get().is_here


def test_who_asks_a_code_once_more_for_the_same_number_still_joins(client, waiting):
    client.post("/inloggen/", {"address": WRONG})
    client.post(CODE, {"code": last_code()})

    assert Member.objects.get().name == "Mien"
    assert Member.objects.get().is_here


def test_a_stranger_in_another_browser_takes_nobody_away(waiting, as_member, mien):
    as_member(None).post(JOIN, mien | {"address": RIGHT})

    assert Member.objects.filter(pk=waiting.pk).exists()


def test_who_greets_reads_the_number_that_nobody_proved(as_member, fatima, waiting):
    for page in (greet_page(waiting), "/code-voorlezen/"):
        assert "06 12345678" in as_member(fatima).get(page).content.decode()


def test_on_that_page_somebody_is_let_in_with_the_number_in_view(as_member, fatima, waiting):
    page = as_member(fatima).get(greet_page(waiting)).content.decode()
    assert f"/mensen/{waiting.pk}/activeren/" in page

    gone_back = as_member(fatima).post(f"/mensen/{waiting.pk}/activeren/", {"terug": "/dagstart/"})

    assert gone_back.url == "/dagstart/"
    waiting.refresh_from_db()
    assert waiting.is_here


def test_the_address_of_who_is_in_is_nobodys_business(as_member, fatima, nadia):
    assert nadia.account.email not in as_member(fatima).get(greet_page(nadia)).content.decode()


def test_whom_nobody_knows_is_taken_away_and_the_audit_says_by_whom(as_member, fatima, waiting):
    said = as_member(fatima).post(f"/mensen/{waiting.pk}/weghalen/", {"terug": "/"}, follow=True)

    assert "Weggehaald" in said.content.decode()
    assert not Member.objects.filter(pk=waiting.pk).exists()
    line = Record.objects.get(key="communities.member.taken_away")
    assert (line.by_id, line.about_id) == (fatima.pk, waiting.pk)


def test_who_proved_an_address_is_never_taken_away_so(as_member, fatima, nadia):
    as_member(fatima).post(f"/mensen/{nadia.pk}/weghalen/")
    assert Member.objects.filter(pk=nadia.pk).exists()


def test_a_neighbour_takes_nobody_away(as_member, noor, waiting):
    assert as_member(noor).post(f"/mensen/{waiting.pk}/weghalen/").status_code == 404
    assert Member.objects.filter(pk=waiting.pk).exists()
