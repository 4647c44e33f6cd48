"""Bel mij terug: one number, no account, on the clock."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard import queries
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import actions
from plein.bridges.telephone.hours import hours_of
from plein.bridges.telephone.models import CallBack
from plein.bridges.telephone.tests.test_numbers import NO_HOURS
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import OnClock
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.foundation.communities import tree
from plein.shared.notifications.models import Notification

URL = "/bel-mij-terug/"
NUMBER = "+31612345678"
HERE = ZoneInfo("Europe/Amsterdam")
MONDAY_NOON = datetime(2026, 6, 1, 12, tzinfo=HERE)
SATURDAY = datetime(2026, 6, 6, 12, tzinfo=HERE)


def send(browser, phone="06 12345678"):
    return browser.post(URL, {"phone": phone})


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    "phone", ["0612345678", "06-12 34 56 78", "+31 6 12345678", "0031612345678", " tel:0612345678"]
)
def test_any_spelling_will_do(as_member, waterdrecht, phone):
    answer = send(as_member(), phone)

    assert "We bellen je" in text(answer)
    assert CallBack.objects.get().phone == NUMBER


@pytest.mark.parametrize("phone", ["", "12", "noor@voorbeeld.nl", "0900 1234567", "bel mij"])
def test_what_is_no_number_is_said_so_kindly(as_member, waterdrecht, phone):
    answer = send(as_member(), phone)

    assert answer.status_code == 422
    assert "06 12 34 56 78" in text(answer)
    assert not CallBack.objects.exists()


def test_every_page_leads_there(as_member, waterdrecht):
    assert f'href="{URL}"' in text(as_member().get("/"))


def test_it_stands_on_the_day_start_and_the_call_list(as_member, fatima):
    send(as_member())
    browser = as_member(fatima)

    assert "Bel het nummer dat eindigt op 678" in text(browser.get("/dagstart/"))
    assert NUMBER not in text(browser.get("/dagstart/"))
    assert NUMBER in text(browser.get("/bellijst/"))


def test_within_hours_somebody_calls_the_same_day(waterdrecht):
    hours = hours_of(waterdrecht, MONDAY_NOON)

    assert hours.open_now
    assert hours.due_at.astimezone(HERE).hour == 18
    assert hours.due_at.astimezone(HERE).date() == MONDAY_NOON.date()


def test_the_promise_is_a_whole_or_half_hour_and_says_today(as_member, waterdrecht):
    with time_machine.travel(MONDAY_NOON + timedelta(minutes=16)):
        html = text(as_member().get(URL))

    assert hours_of(waterdrecht, MONDAY_NOON + timedelta(minutes=16)).due_at.minute == 30
    assert "We bellen je vandaag, vóór 18.30 uur." in html


def test_in_the_weekend_it_says_monday(as_member, waterdrecht):
    with time_machine.travel(SATURDAY):
        html = text(as_member().get(URL))

    assert "We zijn nu dicht" in html
    assert "8 juni" in html or "maandag" in html


def test_with_nobody_on_the_clock_it_says_where_to_walk_in(as_member, waterdrecht):
    OnClock.objects.update(away_from=timezone.localdate())

    html = text(as_member().get(URL))

    assert "Er zit nu niemand bij de telefoon" in html
    assert "Bibliotheek" in html
    send(as_member())
    assert not CallBack.objects.exists()


def test_a_place_where_nobody_is_there_offers_no_call_on_any_page(as_member, waterdrecht, mila):
    other = {"themes": ("tuin",), "services": (), "locations": NO_HOURS}
    entry = make_entry(waterdrecht, "Crisisdienst", months_ago=1, vital="crisis", **other)
    waterdrecht.phone = "0184-555 010"
    waterdrecht.save()
    tree.changed(waterdrecht.pk)
    browser, offer = as_member(), "Bel mij terug"
    assert offer in text(browser.get("/contact/"))
    OnClock.objects.update(away_from=timezone.localdate())
    noticeboard.close_place(waterdrecht, "manager", by=mila)
    jobs.run_pending(strict=True)

    for url in ("/", "/contact/", "/prikbord/vragen/"):
        html = text(browser.get(url))
        assert offer not in html, url
        assert "Wie is er nu wel?" in html, url
        assert f'href="{URL}"' in html, url
    assert entry.phone in text(browser.get(URL))

    OnClock.objects.update(away_from=None)
    noticeboard.open_place(waterdrecht, by=mila)
    jobs.run_pending(strict=True)
    assert offer in text(browser.get("/"))


def test_the_same_number_stands_there_once(as_member, waterdrecht):
    send(as_member()), send(as_member())

    assert CallBack.objects.count() == 1


def test_who_did_not_ask_is_left_alone_and_nobody_can_tell(as_member, waterdrecht, fatima):
    first = text(send(as_member()))
    actions.note_call_back(CallBack.objects.get(), not_asked=True, by=fatima)

    again = text(send(as_member()))

    assert CallBack.objects.open().count() == 0
    assert ("We bellen" in first) == ("We bellen" in again)


def test_a_number_cannot_be_rung_all_day(as_member, waterdrecht, fatima):
    for _ in range(3):
        send(as_member())
        CallBack.objects.all().delete()

    answer = send(as_member())

    assert answer.status_code == 422
    assert "Dat is vaak" in text(answer)


def test_one_visitor_cannot_fill_the_list(as_member, waterdrecht):
    browser = as_member()
    for number in range(10):
        send(browser, f"06123456{number:02}")

    assert send(browser, "0612345699").status_code == 422
    assert CallBack.objects.count() == 10


def test_numbers_go_after_two_days(waterdrecht, fatima):
    actions.ask_call(NUMBER, community=waterdrecht, visitor="1")
    actions.note_call_back(CallBack.objects.get(), not_asked=False, by=fatima)
    assert actions.forget() == 0

    with time_machine.travel(timezone.now() + timedelta(days=3)):
        actions.forget()

    assert not CallBack.objects.exists()


def test_the_audit_holds_no_number(as_member, waterdrecht):
    send(as_member())

    record = Record.objects.get(key="telephone.call_back.asked")
    assert "612345678" not in str(record.__dict__)


def test_another_town_does_not_see_the_number(as_member, joost, waterdrecht):
    send(as_member())
    dayboard.refresh(joost.town_id)

    assert not MatterRow.objects.filter(town=joost.town_id).exists()


def test_the_moment_we_promised_is_shown_and_when_it_passed_the_clock_hears_it(
    as_member, waterdrecht, fatima
):
    OnClock.objects.filter(name="Els").update(member=fatima)
    with time_machine.travel(MONDAY_NOON, tick=False) as clock:
        send(as_member())
        browser = as_member(fatima)
        for page in ("/dagstart/", "/bellijst/"):
            assert "beloofd vóór 1 juni, 18.00" in text(browser.get(page)), page
        actions.tell_who_is_late()
        assert not Notification.objects.filter(key="telephone.late").exists()

        clock.shift(timedelta(hours=6, minutes=5))
        for _twice in range(2):
            actions.tell_who_is_late()
        for page in ("/dagstart/", "/bellijst/"):
            assert "Beloofd vóór 1 juni, 18.00: dat is voorbij" in text(browser.get(page)), page
        news = Notification.objects.get(key="telephone.late")
        assert (news.to, news.url) == (fatima, "/bellijst/")
        assert "678" not in news.subject + news.text
        seen = queries.seen_by(fatima, waterdrecht)
        first = queries.sorted_out(seen, fatima, ())[0]
        assert (first.kind, first.is_late, first.pressing) == ("telephone.call_back", True, 19)
