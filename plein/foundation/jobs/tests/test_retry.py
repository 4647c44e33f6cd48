"""A task that fails is tried again; one that keeps failing waits for a person."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs.models import Task


@pytest.fixture
def moody(db, done):
    """A task that fails as long as `done.mood` says so."""
    mood = {"bad": True}

    @jobs.task("test.moody", tries=3)
    def run():
        if mood["bad"]:
            raise ConnectionError("Noor woont op nummer 12")
        done.append("at last")

    return mood


def try_again(time_machine):
    time_machine.move_to(Task.objects.get().due_at + timedelta(seconds=1))
    jobs.run_pending(strict=False)


def test_a_failed_task_waits_a_little(moody):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)

    task = Task.objects.get()
    assert (task.tries, task.held_by) == (1, None)
    assert task.due_at > timezone.now() + timedelta(seconds=3)


def test_it_waits_longer_each_time(moody, time_machine):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)
    first = Task.objects.get().due_at - timezone.now()
    try_again(time_machine)

    assert Task.objects.get().due_at - timezone.now() > first * 2


def test_it_succeeds_when_the_mood_is_better(moody, done, time_machine):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)
    moody["bad"] = False
    try_again(time_machine)

    assert done == ["at last"]
    assert not Task.objects.exists()


def test_after_the_last_try_it_is_dead_and_not_run_again(moody, done, time_machine):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)
    try_again(time_machine)
    try_again(time_machine)
    moody["bad"] = False
    try_again(time_machine)

    assert Task.objects.dead().count() == 1
    assert done == []


def test_a_failure_says_what_kind_and_never_what_was_written(moody):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)

    assert Task.objects.get().error == "builtins.ConnectionError"


def test_an_unknown_name_is_tried_again_because_new_code_may_be_on_its_way(db):
    jobs.later("test.from_the_future")
    jobs.run_pending(strict=False)

    assert Task.objects.alive().get().tries == 1


def test_dead_tasks_are_shown(moody, time_machine):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)
    try_again(time_machine)
    try_again(time_machine)
    out = StringIO()
    call_command("show_jobs", stdout=out)

    assert "dead: test.moody × 1: builtins.ConnectionError" in out.getvalue()


def test_a_person_can_give_it_another_chance(moody, done, time_machine):
    jobs.later("test.moody")
    jobs.run_pending(strict=False)
    try_again(time_machine)
    try_again(time_machine)
    moody["bad"] = False
    call_command("show_jobs", retry="test.moody", stdout=StringIO())
    jobs.run_pending()

    assert done == ["at last"]


def test_show_jobs_tells_what_waits(errand):
    jobs.later("test.errand")
    jobs.changed("test.post", 1)
    out = StringIO()
    call_command("show_jobs", stdout=out)

    assert "waiting 1, in hand 0, changes 1" in out.getvalue()


def test_dead_tasks_are_forgotten_after_two_months(moody, time_machine):
    from plein.foundation.jobs.tasks import forget_dead_tasks

    Task.objects.create(name="test.moody", dead_at=timezone.now())
    forget_dead_tasks()
    assert Task.objects.exists()

    time_machine.move_to(timezone.now() + timedelta(days=61))
    forget_dead_tasks()
    assert not Task.objects.exists()
