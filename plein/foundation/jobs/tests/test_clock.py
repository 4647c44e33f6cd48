"""What comes round again is started on time, once, by however many clocks."""

from datetime import UTC, datetime, timedelta
from datetime import time as wall_time

import pytest
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs import registry
from plein.foundation.jobs.clock import next_after, ring
from plein.foundation.jobs.models import Alarm, Task
from plein.foundation.jobs.registry import Schedule


@pytest.fixture
def often(db, done):
    @jobs.every(minutes=10)
    def often():
        done.append(timezone.now())

    return often


def move(time_machine, **ahead):
    time_machine.move_to(timezone.now() + timedelta(**ahead))
    while ring():
        pass
    jobs.run_pending()


def test_a_new_task_starts_at_once_and_then_each_ten_minutes(often, done, time_machine):
    move(time_machine, seconds=1)
    move(time_machine, seconds=1)
    assert len(done) == 1

    move(time_machine, minutes=5)
    assert len(done) == 1
    move(time_machine, minutes=6)
    assert len(done) == 2


def test_after_a_long_stop_it_starts_once(often, done, time_machine):
    move(time_machine, seconds=1)
    move(time_machine, seconds=1)
    move(time_machine, hours=5)

    assert len(done) == 2


def test_two_clocks_start_it_once(often, time_machine):
    ring()
    ring()
    ring()

    assert Task.objects.count() == 1


def test_work_does_not_pile_up_while_no_worker_runs(often, time_machine):
    for _ in range(4):
        time_machine.move_to(timezone.now() + timedelta(minutes=11))
        ring()

    assert Task.objects.count() == 1


def test_a_shorter_interval_counts_at_once(often, time_machine):
    Alarm.objects.create(name="tests.often", due_at=timezone.now() + timedelta(days=3))
    name = next(iter(registry.schedules))
    Alarm.objects.update(name=name)
    ring()

    assert Alarm.objects.get().due_at < timezone.now() + timedelta(minutes=11)


def test_a_daily_task_waits_for_its_hour(db, done, time_machine):
    time_machine.move_to(datetime(2026, 1, 10, 4, 0, tzinfo=UTC))  # five o'clock here

    @jobs.daily(at="06:00")
    def morning():
        done.append("morning")

    move(time_machine, minutes=1)
    assert done == []
    move(time_machine, minutes=60)
    assert done == ["morning"]
    move(time_machine, hours=22)
    assert done == ["morning"]
    move(time_machine, hours=2)
    assert done == ["morning", "morning"]


@pytest.fixture
def on_monday(db, done, time_machine):
    """Known since Saturday 10 January: due on Monday at seven."""
    time_machine.move_to(datetime(2026, 1, 10, 12, tzinfo=UTC))

    @jobs.weekly(on=0, at="07:00")
    def on_monday():
        done.append(timezone.localdate().isoformat())

    move(time_machine, seconds=1)


def test_a_weekly_task_waits_for_its_day(on_monday, done, time_machine):
    move(time_machine, days=1)
    assert done == []

    for _hour in range(48):
        move(time_machine, hours=1)
    assert done == ["2026-01-12"]

    move(time_machine, days=6)
    assert done == ["2026-01-12", "2026-01-19"]


def test_when_nothing_ran_on_monday_it_is_tuesday_and_once(on_monday, done, time_machine):
    move(time_machine, days=3)
    move(time_machine, hours=1)
    move(time_machine, days=4)
    assert done == ["2026-01-13"]

    move(time_machine, days=2)
    assert done == ["2026-01-13", "2026-01-19"]


@pytest.mark.parametrize(
    ("now", "following"),
    [
        ("2026-01-10T04:00:00+00:00", "2026-01-10T05:00:00+00:00"),
        ("2026-01-10T05:00:00+00:00", "2026-01-11T05:00:00+00:00"),
        # The clock goes forward on 29 March: six o'clock comes an hour sooner.
        ("2026-03-28T06:00:00+00:00", "2026-03-29T04:00:00+00:00"),
        # And back on 25 October.
        ("2026-10-24T05:00:00+00:00", "2026-10-25T05:00:00+00:00"),
    ],
)
def test_six_o_clock_is_six_o_clock_in_summer_and_winter(now, following):
    schedule = Schedule("test", at=wall_time(6))

    assert next_after(schedule, datetime.fromisoformat(now)) == datetime.fromisoformat(following)


def test_a_named_task_can_be_scheduled_under_its_own_name(db):
    @jobs.daily(at="06:00")
    @jobs.task("test.named")
    def named():
        pass

    assert "test.named" in registry.schedules


def test_the_nightly_sweep_wakes_those_who_listen(db, done):
    from plein.foundation.jobs.tasks import sweep_everything

    @jobs.listens("test.post")
    def index(pk):
        done.append(pk)

    @jobs.sweep("test.post")
    def find():
        return [3, 4]

    sweep_everything()
    jobs.run_pending()

    assert done == ["3", "4"]


def test_a_sweep_that_finds_nothing_does_nothing(db, done):
    from plein.foundation.jobs.tasks import sweep_everything

    @jobs.sweep("test.post")
    def find():
        return None

    sweep_everything()
    jobs.run_pending()

    assert not Task.objects.exists()


def test_the_clock_seals_the_audit(bram):
    from plein.foundation.audit import record
    from plein.foundation.audit.models import Record
    from plein.foundation.jobs.tasks import seal_audit

    record("a.b.c", by=bram)
    seal_audit()

    assert not Record.objects.unsealed().exists()
