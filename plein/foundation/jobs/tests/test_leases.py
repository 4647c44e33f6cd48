"""The work of a worker that died is taken over; a worker that is only slow does no harm."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs.models import Task
from plein.foundation.jobs.running import MOST_LOSSES, run_task, take_task


@pytest.fixture
def taken(errand):
    """A task in the hands of a worker."""
    jobs.later("test.errand")
    return take_task()


def later_on(time_machine, seconds):
    time_machine.move_to(timezone.now() + timedelta(seconds=seconds))


def test_work_in_hand_is_not_taken_by_another(taken):
    assert take_task() is None


def test_after_thirty_seconds_it_is_taken_over(taken, done, time_machine):
    later_on(time_machine, 31)
    jobs.run_pending()

    assert done == [()]


def test_within_thirty_seconds_it_is_not(taken, done, time_machine):
    later_on(time_machine, 28)
    jobs.run_pending()

    assert done == []


def test_a_slow_worker_finds_that_its_task_is_no_longer_its_own(taken, done, time_machine):
    later_on(time_machine, 31)
    jobs.run_pending()
    run_task(taken)

    assert done == [()]


def test_a_slow_worker_does_not_bring_back_what_another_holds(taken, time_machine):
    later_on(time_machine, 31)
    second = take_task()
    run_task(taken)

    assert Task.objects.get().held_by == second.held_by


def test_how_often_a_worker_died_is_counted(taken, time_machine):
    later_on(time_machine, 31)
    take_task()

    assert Task.objects.get().losses == 1


def test_a_task_that_kills_every_worker_is_put_aside(taken, done, time_machine):
    for _ in range(MOST_LOSSES + 1):
        later_on(time_machine, 31)
        take_task()
    later_on(time_machine, 31)
    jobs.run_pending()

    assert Task.objects.dead().get().error == "WorkerLost"
    assert done == []


@pytest.mark.django_db(transaction=True)
def test_long_work_keeps_its_lease():
    seen = []

    @jobs.task("test.long", outside=True)
    def long():
        time.sleep(0.7)
        seen.append(take_task(timedelta(seconds=0.3)))

    jobs.later("test.long")
    task = take_task(timedelta(seconds=0.3))
    run_task(task, timedelta(seconds=0.3), strict=True)

    assert seen == [None]
    assert not Task.objects.exists()
