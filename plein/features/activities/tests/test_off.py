"""Where agenda and showcase are off, the clock leaves people and calendars in peace (SIMPLE-2)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.activities import tasks
from plein.features.activities.actions import enrolling, feeds
from plein.features.activities.models import CalendarFeed, Registration
from plein.features.activities.tests.making import come, first, make_club, make_organisation
from plein.foundation.communities import tree
from plein.shared.notifications.models import Notification


def switch(place, **modules):
    place.module_changes = place.module_changes | modules
    place.version += 1
    place.save()
    tree.changed(place.pk)


@pytest.fixture
def site(noor):
    """On which what Noor organises is shown."""
    return noor.home.tree.site_of(noor.home)


@pytest.fixture
def club(noor, bram):
    row = first(make_club(noor, seats=2))
    come(row, bram, people=2)
    return row


def reminders():
    return Notification.objects.filter(key="activities.reminder").count()


def test_nobody_is_reminded_of_a_page_that_is_not_there(club, site, time_machine):
    time_machine.move_to(club.starts_at - timedelta(days=1))
    switch(site, agenda=False, showcase=False)
    tasks.remind()
    assert reminders() == 0

    switch(site, agenda=True)
    tasks.remind()
    assert reminders() == 1


def test_one_of_two_houses_is_enough_to_be_reminded(club, site, time_machine):
    time_machine.move_to(club.starts_at - timedelta(days=1))
    switch(site, agenda=False, showcase=True)

    tasks.remind()

    assert reminders() == 1


def test_who_could_not_say_yes_does_not_hear_that_they_did_not(
    club, site, bram, fatima, time_machine
):
    offered = come(club, fatima)
    enrolling.leave(Registration.objects.get(member=bram), by=bram)
    offered.refresh_from_db()
    time_machine.move_to(offered.offered_until + timedelta(minutes=1))
    switch(site, agenda=False, showcase=False)
    before = Notification.objects.count()
    assert enrolling.lapse_all() == 0

    switch(site, agenda=True)
    assert enrolling.lapse_all() == 0
    offered.refresh_from_db()
    assert offered.state == Registration.State.OFFERED
    assert offered.offered_until > timezone.now()
    assert Notification.objects.count() == before


def test_no_calendar_is_fetched(noor, mila, site):
    CalendarFeed.objects.create(
        town=noor.town,
        organisation=make_organisation(noor, by=mila),
        url="https://example.org/agenda.ics",
        due_at=timezone.now() - timedelta(minutes=1),
        added_by=noor,
    )
    switch(site, agenda=False, showcase=False)
    assert feeds.begin_due() == 0

    switch(site, agenda=True)
    assert feeds.begin_due() == 1
