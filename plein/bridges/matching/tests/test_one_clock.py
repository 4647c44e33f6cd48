"""The clock of an ask tells and asks at once, while its place is awake."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.matching import tasks
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.models import Invitation
from plein.bridges.matching.tests.making import ask_for_grass, invited, suggestion
from plein.bridges.matching.tests.test_clock import neighbours, old_ask
from plein.features.noticeboard import actions, promise
from plein.features.noticeboard.models import AnswerRules, AskClock, Contact
from plein.features.noticeboard.waking import Waking
from plein.foundation.communities.actions import greet
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member


@pytest.fixture
def awake(monkeypatch):
    monkeypatch.setattr(Waking, "is_awake", lambda *_: True)


def test_the_place_says_when_it_asks_around_and_one_clock_tells_and_asks(noor, bram, waterdrecht):
    friday = datetime(2026, 11, 20, 10, tzinfo=timezone.get_current_timezone())
    AnswerRules.objects.update_or_create(
        town=waterdrecht,
        community=waterdrecht,
        defaults={"invite_after": 6, "closing_days": ["2026-11-23"]},
    )
    with time_machine.travel(friday.replace(hour=18), tick=False):
        ask = ask_for_grass(noor)
        suggestion(ask, bram)
    # Six of 24 hours are three waking hours: two on Friday, one on Tuesday after a closed Monday.
    for day, hour, asked in ((20, 19, False), (23, 12, False), (24, 8, False), (24, 9, True)):
        with time_machine.travel(friday.replace(day=day, hour=hour, minute=5), tick=False):
            actions.climb_due()
            tasks.invite()
            told = Notification.objects.filter(to=noor, key="noticeboard.step").exists()
            assert (day, hour, bool(invited(ask)), told) == (day, hour, asked, asked)


def test_a_question_that_waited_is_not_sent_while_the_place_sleeps(monkeypatch, awake, noor, bram):
    ask = old_ask(noor, [bram])
    inviting.invite_waiting()
    Invitation.objects.update(sent_at=None)
    monkeypatch.setattr(Waking, "is_awake", lambda *_: False)

    assert inviting.send_waiting() == 0
    assert promise.is_awake(ask.community, timezone.now()) is False


def test_when_a_helper_steps_back_others_are_asked(awake, noor, bram, fatima):
    ask = old_ask(noor, [bram])
    response = actions.respond(ask, "Ik kom", by=fatima)
    actions.withdraw(response, by=fatima)

    tasks.invite()

    assert invited(ask) == {"Bram"}


MONDAY = datetime(2026, 11, 23, 10, tzinfo=timezone.get_current_timezone())


def test_who_was_called_and_has_no_helper_yet_is_asked_around_for(awake, nadia, fatima, molenwijk):
    with time_machine.travel(MONDAY, tick=False):
        ask = ask_for_grass(nadia)
        for person in neighbours(molenwijk, 4):
            suggestion(ask, person)
        actions.note_contact(ask, Contact.Result.REACHED, by=fatima)
        greet(nadia, by=fatima)
        AskClock.objects.update(step=AskClock.Step.INVITED)
        tasks.invite()
        assert invited(ask) == set()  # we spoke just now: she waits for no question

    with time_machine.travel(MONDAY + timedelta(days=12), tick=False):
        AskClock.objects.update(step=AskClock.Step.WAITS)
        actions.climb_due()
        tasks.invite()

        assert Notification.objects.filter(to=nadia, key="noticeboard.step").exists()
        assert len(invited(ask)) == 3


def test_old_asks_for_which_nobody_is_left_keep_no_place(awake, noor, bram, molenwijk):
    other = neighbours(molenwijk, 1)[0]
    for number in range(2):
        old_ask(noor, [], title=f"Niemand past {number}")
    asked = old_ask(noor, [other], title="Al gevraagd")
    Invitation.objects.create(town_id=noor.town_id, ask=asked, to=other, sent_at=timezone.now())
    full = old_ask(noor, [other], title="Deze week al een vraag gehad")
    newer = old_ask(noor, [bram])

    inviting.invite_waiting(most=1)

    assert invited(full) == set()
    assert invited(newer) == {"Bram"}


def test_one_busy_town_does_not_stop_another(awake, noor, bram, joost, elders):
    for number in range(2):
        old_ask(noor, [bram], title=f"Vraag {number}")
    theirs = old_ask(joost, [make_member("Karel", elders)])

    inviting.invite_waiting(most=1)

    assert invited(theirs) == {"Karel"}
