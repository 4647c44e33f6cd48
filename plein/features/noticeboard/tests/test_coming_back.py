"""An ask that is put back on the board has its clock again, and its helpers may help again."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, tasks
from plein.features.noticeboard.models import AskClock, Post
from plein.features.noticeboard.tests.making import agreed, answered, make_ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def monday():
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False) as clock:
        yield clock


@pytest.fixture
def ask(monday, noor, fatima):
    return make_ask(noor)


def expired_and_back(ask, bram, noor) -> None:
    answered(ask, bram)
    Post.objects.update(expires_at=timezone.now())
    tasks.close_expired()
    ask.refresh_from_db()
    actions.renew(ask, by=noor)


def test_an_ask_that_comes_back_has_a_clock_also_when_somebody_talked_before(
    ask, monday, noor, bram
):
    expired_and_back(ask, bram, noor)

    assert AskClock.objects.get().due_at == timezone.now() + timedelta(days=2)


def test_so_has_one_of_which_the_help_was_done_before(ask, monday, noor, bram):
    actions.done(agreed(ask, bram), by=noor)
    monday.shift(timedelta(days=1))

    actions.renew(ask, by=noor)

    assert AskClock.objects.get().due_at is not None


def test_a_help_that_was_done_since_stops_the_clock(ask, monday, noor, bram):
    response = agreed(ask, bram)
    monday.shift(timedelta(days=1))
    actions.renew(ask, by=noor)

    actions.done(response, by=noor)
    actions.look(Post.objects.get())

    assert AskClock.objects.get().due_at is None


def test_who_was_thanked_can_help_when_an_ask_came_back(ask, monday, noor, bram):
    expired_and_back(ask, bram, noor)

    answered(ask, bram, "Nu kan ik wel.")

    assert ask.responses.get().state == "open"
    assert ask.responses.get().conversation.messages.last().text == "Nu kan ik wel."
    assert AskClock.objects.get().due_at is None


def test_who_was_thanked_cannot_while_it_is_closed(ask, monday, noor, bram):
    answered(ask, bram)
    actions.close(ask, "not_needed", by=noor)

    assert actions.respond(ask, "Nu kan ik wel.", by=bram).state == "thanked"
