"""A place that rests names organisations that are there now (HELP-9)."""

import pytest
import time_machine

from plein.bridges.telephone.numbers import open_numbers
from plein.features.directory.sheet import Spot
from plein.features.directory.tests.making import ADDRESS, make_entry
from plein.features.noticeboard import actions
from plein.features.noticeboard.elsewhere import who_else
from plein.features.noticeboard.models import AnswerRules
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.taxonomy.models import Theme
from plein.shared.notifications.models import Notification

MONDAY, NIGHT = "2026-11-23 10:00+01:00", "2026-11-23 03:00+01:00"
STEPS = {
    "waarmee": {"theme": "boodschappen-koken"},
    "wat": {"title": "Wie haalt brood voor mij", "text": ""},
    "wanneer": {"when": "any"},
}
NO_HOURS = (Spot(**ADDRESS, opening=()),)


@pytest.fixture
def food(waterdrecht):
    return Theme.objects.get(town=waterdrecht, key="boodschappen-koken")


@pytest.fixture
def three(waterdrecht):
    """One that fits, one that is vital, and three of which we name no number."""
    with time_machine.travel(MONDAY, tick=False):
        make_entry(waterdrecht, "Voedselbank", months_ago=1, phone="0184 555 021")
        other = {"themes": ("tuin",), "services": (), "locations": NO_HOURS}
        make_entry(waterdrecht, "Crisisdienst", months_ago=1, vital="crisis", **other)
        make_entry(waterdrecht, "Tuinclub", months_ago=1, **other)
        make_entry(waterdrecht, "Nooit bevestigd")
        make_entry(waterdrecht, "Zonder nummer", months_ago=1, phone="")


def names(community, theme) -> list[str]:
    return [one.name for one in who_else(community, theme)]


def test_what_fits_stands_first_then_what_cannot_wait(waterdrecht, food, three):
    with time_machine.travel(MONDAY, tick=False):
        assert names(waterdrecht, food) == ["Voedselbank", "Crisisdienst"]
        assert names(waterdrecht, None) == ["Crisisdienst"]
        assert who_else(waterdrecht, food)[0].when == "Nu open, tot 17.00"


def test_at_night_only_who_is_there_or_who_may_be(waterdrecht, food, three):
    with time_machine.travel(NIGHT, tick=False):
        assert names(waterdrecht, food) == ["Crisisdienst"]


def test_when_nobody_is_there_it_says_who_opens_first(waterdrecht, food):
    with time_machine.travel(NIGHT, tick=False):
        make_entry(waterdrecht, "Voedselbank", months_ago=1)
        [one] = open_numbers(waterdrecht, food)

    assert (one.name, one.tel) == ("Voedselbank", "0184555020")
    assert "vandaag open om 09.00" in one.when


def test_another_town_and_a_town_without_a_map_name_nobody(elders, waterdrecht, food, three):
    assert names(elders, None) == []
    waterdrecht.module_changes = {"directory": False}
    assert names(waterdrecht, food) == []


def test_it_asks_as_much_of_the_database_with_more_organisations(
    waterdrecht, food, django_assert_max_num_queries
):
    for number in range(8):
        make_entry(waterdrecht, f"Club {number}", months_ago=1)

    with django_assert_max_num_queries(8):
        assert len(open_numbers(waterdrecht, food)) == 3


@pytest.fixture
def rests(waterdrecht, mila):
    actions.close_place(waterdrecht, AnswerRules.Closed.MANAGER, by=mila)


def test_old_askers_hear_the_numbers(waterdrecht, noor, three, mila):
    with time_machine.travel(MONDAY, tick=False):
        make_ask(noor)
        actions.close_place(waterdrecht, AnswerRules.Closed.MANAGER, by=mila)

    text = Notification.objects.get(to=noor, key="noticeboard.place_rests").text
    assert "Voedselbank: 0184 555 021" in text


def test_who_notes_an_ask_on_the_phone_reads_them(as_member, fatima, molenwijk, three, rests):
    said = {
        "title": "Wie haalt brood?", "theme": "boodschappen-koken", "when": "any",
        "task_class": "door", "name": "Truus", "phone": "0612340001", "home": str(molenwijk.pk),
        "read_back": "on", "agreed": "on",
    }  # fmt: skip
    page = as_member(fatima).post("/telefoon/", said)

    assert page.status_code == 422
    assert "Crisisdienst" in page.content.decode()


def test_who_asks_on_the_site_reads_them(as_member, noor, waterdrecht, mila, three):
    browser = as_member(noor)
    with time_machine.travel(MONDAY, tick=False):
        for step, answers in STEPS.items():
            browser.post(f"/prikbord/vragen/{step}/", answers)
        actions.close_place(waterdrecht, AnswerRules.Closed.MANAGER, by=mila)
        page = browser.post("/prikbord/vragen/waar/", {"task_class": "door"})

    assert page.status_code == 503
    assert "Voedselbank" in page.content.decode()
