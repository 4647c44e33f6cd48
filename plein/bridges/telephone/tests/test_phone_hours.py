"""A place says on which days and hours it answers its phone (DOOR-3b)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from plein.bridges.telephone.hours import hours_of
from plein.bridges.telephone.models import CallBack
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community

URL = "/instellingen/bellen/"
HERE = ZoneInfo("Europe/Amsterdam")
MONDAY_NOON = datetime(2026, 6, 1, 12, tzinfo=HERE)
TUESDAY = datetime(2026, 6, 2, 9, 30, tzinfo=HERE)
WORDS = "Bel ma–vr 9–12"


def week(times="9-12", **days) -> dict[str, str]:
    return {f"day{number}": times for number in range(5)} | days


@pytest.fixture
def mornings(as_member, mila, waterdrecht):
    page = as_member(mila).post(URL, week())
    assert page.status_code == 302
    return Community.objects.get(pk=waterdrecht.pk)


def text(answer) -> str:
    return answer.content.decode()


def test_a_manager_types_them_as_they_stand_on_the_door(as_member, mila, mornings):
    as_member(mila).post(URL, week("9.30 tot 12 en 13-17 uur", day0="dicht"))

    html = text(as_member(mila).get(URL))
    assert "9.30-12, 13-17" in html
    assert "Bel di–vr 9.30–12 en 13–17" in text(as_member().get("/contact/"))


@pytest.mark.parametrize("wrong", ["overdag", "9-9.70", "25-26", "22-2"])
def test_what_is_no_time_is_said_so_and_nothing_changes(as_member, mila, mornings, wrong):
    assert as_member(mila).post(URL, week(wrong)).status_code == 422
    mornings.refresh_from_db()
    assert mornings.calling == WORDS


def test_every_page_the_contact_page_and_the_page_without_internet_say_it(as_member, mornings):
    for url in ("/", "/contact/", "/bel-mij-terug/", "/offline/"):
        page = as_member().get(url)
        assert page.status_code == 200, url
        assert WORDS in text(page), url


def test_call_me_back_promises_a_moment_in_those_hours(as_member, mornings):
    """At noon the phone goes to sleep until tomorrow, whatever the answer clock does."""
    hours = hours_of(mornings, MONDAY_NOON)

    assert not hours.open_now
    assert hours.due_at == datetime(2026, 6, 2, 10, 30, tzinfo=HERE)
    with time_machine.travel(MONDAY_NOON):
        html = text(as_member().get("/bel-mij-terug/"))
        as_member().post("/bel-mij-terug/", {"phone": "06 12345678"})
    assert "We zijn nu dicht" in html
    assert CallBack.objects.get().due_at == datetime(2026, 6, 2, 10, 30, tzinfo=HERE)
    assert hours_of(mornings, TUESDAY).open_now


def test_without_hours_of_its_own_the_waking_hours_of_the_clock_count(waterdrecht):
    hours = hours_of(waterdrecht, MONDAY_NOON)

    assert waterdrecht.calling == ""
    assert hours.open_now
    assert hours.due_at.astimezone(HERE).hour == 18


def test_all_days_empty_is_nothing_said(as_member, mila, mornings):
    as_member(mila).post(URL, week(""))

    mornings.refresh_from_db()
    assert mornings.call_hours == []
    assert hours_of(mornings, MONDAY_NOON).open_now


def test_a_part_with_the_same_number_has_the_same_hours_until_it_says_its_own(
    as_member, mila, mornings, molenwijk, centrum
):
    here = tree.of(mornings.pk).all
    assert here[molenwijk.pk].calling == WORDS

    as_member(mila).post(f"/instellingen/delen/{centrum.pk}/bellen/", {"day2": "19-20"})
    here = tree.of(mornings.pk).all
    assert here[centrum.pk].calling == "Bel wo 19–20"
    Community.objects.filter(pk=molenwijk.pk).update(phone="0184 555 099")
    tree.changed(mornings.pk)
    assert tree.of(mornings.pk).all[molenwijk.pk].calling == ""
