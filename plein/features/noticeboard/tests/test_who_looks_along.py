"""Who is named to an asker can help them, and hears of it (HELP-9, H4)."""

import pytest
from django.utils import timezone

from plein.features.noticeboard import tasks
from plein.features.noticeboard.models import AskClock, OnClock
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.communities.actions import block
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db
Step = AskClock.Step


def on_clock(**members):
    for name, member in members.items():
        OnClock.objects.filter(name=name).update(member=member, name=member.name)


def step_to(step):
    AskClock.objects.update(step=step - 1, due_at=timezone.now())
    tasks.climb()


def told(member) -> bool:
    return Notification.objects.filter(to=member, key="noticeboard.on_clock").exists()


def read(member) -> str:
    last = Notification.objects.filter(to=member, key="noticeboard.step").order_by("id").last()
    return last.subject + last.text


def test_not_somebody_whom_the_asker_blocked(noor, fatima, mila):
    on_clock(Els=fatima, Wim=mila)
    make_ask(noor)
    block(fatima, by=noor)

    step_to(Step.CONNECTOR)

    assert "Mila zoekt met je mee" in read(noor)
    assert "Fatima" not in read(noor)
    assert (told(mila), told(fatima)) == (True, False)


def test_not_the_asker_herself(fatima, mila):
    on_clock(Els=fatima, Wim=mila)
    make_ask(fatima)

    step_to(Step.CONNECTOR)

    assert "Mila zoekt met je mee" in read(fatima)
    assert told(mila)


def test_rather_somebody_who_hears_of_it_than_a_name_and_a_number(noor, mila):
    on_clock(Wim=mila)  # Els is a name
    make_ask(noor)

    step_to(Step.CONNECTOR)

    assert "Mila zoekt met je mee" in read(noor)
    assert told(mila)


def test_when_nobody_else_watches_the_last_resort_does(noor, fatima, mila):
    on_clock(Els=fatima, **{"Het wijkteam": mila})
    make_ask(noor)
    OnClock.objects.filter(name="Wim").delete()
    block(fatima, by=noor)

    step_to(Step.CONNECTOR)

    assert "Mila zoekt met je mee" in read(noor)
    assert told(mila)


def test_at_the_last_step_and_each_time_after_it_neither(noor, fatima, mila):
    on_clock(**{"Het wijkteam": fatima, "Els": mila})
    make_ask(noor)
    block(fatima, by=noor)

    step_to(Step.LAST)
    assert "Fatima" not in read(noor)
    AskClock.objects.update(due_at=timezone.now())
    tasks.climb()

    assert "Fatima" not in read(noor)
    assert (told(mila), told(fatima)) == (True, False)
