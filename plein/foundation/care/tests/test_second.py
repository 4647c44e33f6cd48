"""Two different things before somebody sees clients: signing in, and the phone of work (H10)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.foundation.care.tests import making
from plein.foundation.communities.actions.speaking import speak_code
from plein.foundation.outbox.models import Message

STEP = "/clienten/code/"


@pytest.fixture
def halfway(as_member, petra):
    """Petra signed in by mail, and nothing more."""
    browser = as_member(petra)
    session = browser.session
    session["way"] = "mail"
    session.save()
    return browser


def code():
    return re.search(r"\d{6}", Message.objects.filter(address=making.WORK_PHONE).latest("id").text)[
        0
    ]


def test_without_the_second_code_the_list_stays_shut(halfway, somebody):
    answer = halfway.get(f"/clienten/{somebody.pk}/")

    assert answer.url.startswith(STEP)
    assert making.NAME not in halfway.get(STEP).content.decode()


def test_the_code_comes_on_the_phone_of_work_and_opens_the_list(halfway, somebody):
    halfway.post(STEP)
    answer = halfway.post(f"{STEP}?terug=/clienten/{somebody.pk}/", {"code": code()})

    assert answer.url == f"/clienten/{somebody.pk}/"
    assert making.NAME in halfway.get(answer.url).content.decode()


def test_a_wrong_code_opens_nothing(halfway, somebody):
    halfway.post(STEP)
    wrong = "000000" if code() != "000000" else "111111"

    assert halfway.post(STEP, {"code": wrong}).status_code == 422
    assert halfway.get("/clienten/").status_code == 302


def test_another_browser_does_not_get_in_with_the_code(halfway, as_member, petra):
    halfway.post(STEP)
    other = as_member(petra)
    session = other.session
    session["way"] = "mail"
    session.save()

    assert other.post(STEP, {"code": code()}).status_code == 422


def test_a_code_that_somebody_read_aloud_is_no_phone_of_work(halfway, fatima, centrum):
    """Else a host with the mailbox of a professional would see every client."""
    spoken = speak_code(making.WORK_PHONE, community=centrum, by=fatima)

    assert halfway.post(STEP, {"code": spoken}).status_code == 422
    assert halfway.get("/clienten/").status_code == 302


def test_who_came_in_by_phone_needs_another_way(as_member, petra):
    browser = as_member(petra)
    session = browser.session
    session["way"] = "text"
    session.save()
    browser.post(STEP)

    assert not Message.objects.filter(address=making.WORK_PHONE).exists()
    assert browser.get(STEP).context["by_phone"]


def test_after_a_working_day_it_is_asked_again(nurse, somebody):
    assert nurse.get("/clienten/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=11)):
        assert nurse.get("/clienten/").status_code == 302


def test_it_never_leads_to_another_site(halfway):
    halfway.post(STEP)

    assert halfway.post(f"{STEP}?terug=//elders.nl/", {"code": code()}).url == "/clienten/"


def test_too_many_tries_wait(halfway, petra):
    answers = {halfway.post(STEP, {"code": "000000"}).status_code for _number in range(17)}

    assert answers == {422}
