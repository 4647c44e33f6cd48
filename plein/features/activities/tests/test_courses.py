"""Enrolled once for all dates: one hears of each date that is different, and never too often."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from plein.features.activities import attendance, queries
from plein.features.activities.actions import attending, planning, publishing
from plein.features.activities.actions.enrolling import Guest, enrol, leave
from plein.features.activities.matters import to_call
from plein.features.activities.models import Attendance
from plein.features.activities.tests.making import (
    come,
    first,
    make_activity,
    make_club,
    make_weekly,
)
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification


@pytest.fixture
def course(noor):
    return make_weekly(noor, enrolment="whole", seats=9)


@pytest.fixture
def whole(course, bram):
    row = course.occurrences.get(day=None)
    come(row, bram)
    come(row, "Ria")
    return row


def date(course, number=0):
    return course.occurrences.exclude(day=None).order_by("day")[number]


def list_of(course, when):
    return f"{course.get_absolute_url()}{when}/deelnemers/"


def test_each_date_of_a_course_has_its_own_list(course, whole, noor, bram, as_member, time_machine):
    one, two, ria = date(course), date(course, 1), whole.registrations.get(name="Ria")
    client, overall = as_member(noor), list_of(course, "alles")
    assert 'type="checkbox"' not in client.get(overall).content.decode()

    time_machine.move_to(one.starts_at + timedelta(hours=1))
    client = as_member(noor)
    page = list_of(course, one.when)
    html = client.get(page).content.decode()
    assert html.count('name="er"') == 2
    client.post(page, {"er": [str(ria.pk)]})
    assert client.get(page).content.decode().count(" checked") == 1

    time_machine.move_to(two.starts_at - timedelta(days=1))
    late = come(whole, "Kees")
    leave(whole.registrations.get(member=bram), by=bram)
    time_machine.move_to(two.starts_at + timedelta(hours=1))
    client = as_member(noor)
    client.post(list_of(course, two.when), {"er": [str(ria.pk), str(late.pk)]})
    client.post(list_of(course, two.when), {"er": [str(late.pk)]})
    names = [row.name for row in attendance.on_the_list(one).order_by("number")]
    assert names == ["Bram", "Ria"]
    counted = [(each.came, each.missed) for _row, each in attendance.dates_of(course)]
    assert counted[1:] == [(1, 1), (1, 1)]

    html = client.get(overall).content.decode()
    assert "1 van 2" in html
    assert html.count("1 was er") == 2
    assert html.count("1 kon niet") == 2
    assert as_member(bram).get(page).status_code == 403
    client.post(overall, {"er": []})
    assert Attendance.objects.filter(came=True).count() == 2


def test_who_was_there_is_forgotten_with_the_names(course, whole, noor, time_machine):
    one = date(course)
    time_machine.move_to(one.starts_at + timedelta(hours=1))
    attending.note_who_came(one, set(), by=noor)
    assert Attendance.objects.count() == 2
    last = course.occurrences.exclude(day=None).order_by("day").last()
    time_machine.move_to(last.starts_at + timedelta(days=40))
    attending.forget_names()
    assert not Attendance.objects.exists()


def test_without_a_date_there_is_one_list(noor, bram):
    row = make_activity(noor, first_day=None, enrolment="whole").occurrences.get()
    mine = come(row, bram)
    assert attending.note_who_came(row, {mine.pk}, by=noor) == 1
    assert not attendance.by_date(row)


def told(key):
    return Notification.objects.filter(key=f"activities.{key}").count()


def test_of_one_date_that_does_not_go_on_all_of_the_course_hear(course, whole, noor):
    before = Message.objects.filter(address="ria@voorbeeld.example").count()
    planning.cancel_date(date(course), words="Kees is ziek.", by=noor)
    assert told("cancelled") == 1
    assert Message.objects.filter(address="ria@voorbeeld.example").count() == before + 1

    planning.revive_date(date(course), by=noor)
    assert told("revived") == 1
    start = date(course, 1).starts_at + timedelta(hours=3)
    planning.move(date(course, 1), start, None, by=noor)
    assert told("moved") == 1


def test_another_plan_is_told_once_and_not_for_each_date(course, whole, noor):
    def edit(**said):
        wanted = publishing.Wanted(said=said, organisation=None, community=course.community)
        publishing.edit(course, wanted, by=noor)

    edit(starts_at=time(14), ends_at=time(16))
    assert told("moved") == 1
    assert "elke dinsdag" in Notification.objects.get(key="activities.moved").text
    edit(title="Een andere naam")
    assert told("moved") == 1
    edit(starts_at=time(15))
    assert told("moved") == 2


def test_all_of_it_off_and_on_again_is_told_once_each(course, whole, noor):
    planning.cancel(course, by=noor)
    assert told("cancelled") == 1
    planning.revive(course, by=noor)
    assert told("revived") == 1


def test_a_caller_is_called_for_each_date_that_does_not_go_on(
    course, whole, noor, as_member, time_machine
):
    wit = enrol(whole, Guest(name="Mevrouw De Wit", phone="+31184555123"), by=noor)
    assert not list(to_call(course.town_id))

    for number in (0, 1):
        time_machine.move_to(timezone.now() + timedelta(hours=1))
        planning.cancel_date(date(course, number), by=noor)
        (matter,) = to_call(course.town_id)
        assert matter.due == date(course, 0).starts_at
        page = as_member(noor).get(f"{course.get_absolute_url()}bellen/").content.decode()
        assert "Mevrouw De Wit" in page
        assert str(timezone.localtime(date(course, number).starts_at).day) in page
        attending.was_called(course, wit.pk, by=noor)
        assert not queries.to_call(course)


def test_a_caller_hears_of_another_time_as_well(noor, time_machine):
    club = make_club(noor)
    enrol(first(club), Guest(name="Mevrouw De Wit", phone="+31184555123"), by=noor)
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    row = first(club)
    planning.move(row, row.starts_at + timedelta(days=1), None, by=noor)

    (matter,) = to_call(club.town_id)
    assert matter.words == f"Bel 1 persoon: “{club.title}” is op een andere tijd"
    (wit,) = queries.to_call(club)
    attending.was_called(club, wit.pk, by=noor)
    assert not list(to_call(club.town_id))
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    planning.cancel_date(first(club), by=noor)
    (matter,) = to_call(club.town_id)
    assert matter.words.endswith("gaat niet door")


def test_who_enrols_later_knows_it_already(course, whole, noor, time_machine):
    planning.cancel_date(date(course), by=noor)
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    enrol(whole, Guest(name="Mevrouw De Wit"), by=noor)
    assert not queries.to_call(course)


def test_a_free_seat_for_who_has_no_mail_is_a_call_of_the_organiser(noor, bram):
    club = make_club(noor, seats=1)
    row = first(club)
    mine = come(row, bram)
    enrol(row, Guest(name="Mevrouw De Wit", phone="+31184555123"), by=noor)
    leave(mine, by=bram)

    said = Notification.objects.get(to=noor, key="activities.call_for_seat")
    assert said.url.endswith("/deelnemers/")
    assert "Mevrouw" not in f"{said.subject} {said.text}"
