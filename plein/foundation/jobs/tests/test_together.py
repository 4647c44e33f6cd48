"""Several processes at the same moment: nothing is taken twice."""

from collections import Counter

import pytest
from django.db import transaction

from plein.foundation import jobs
from plein.foundation.jobs.changes import hand_out_changes
from plein.foundation.jobs.clock import ring
from plein.foundation.jobs.models import Change, Task
from plein.foundation.jobs.running import run_task, take_task
from plein.testing.together import at_once, in_a_file

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def on_disk(tmp_path):
    with in_a_file(tmp_path, "jobs"):
        yield


def test_four_workers_never_take_the_same_task():
    for number in range(20):
        jobs.later("test.errand", number)

    def take_five():
        return [task.pk for _ in range(5) if (task := take_task())]

    taken = Counter(key for keys in at_once(4, take_five) for key in keys)

    assert len(taken) == 20
    assert set(taken.values()) == {1}


def test_four_workers_hand_out_a_change_once():
    @jobs.listens("test.post")
    def index(pk):
        pass

    jobs.changed_many("test.post", range(30))
    at_once(4, hand_out_changes)
    while hand_out_changes():
        pass

    assert Task.objects.count() == 30
    assert not Change.objects.exists()


def test_a_form_sent_eight_times_at_once_counts_once():
    key = jobs.new_form_key()

    def send():
        with transaction.atomic():
            return jobs.first_time(key)

    assert sorted(at_once(8, send)) == [False] * 7 + [True]


def test_four_clocks_start_a_task_once():
    @jobs.every(minutes=10)
    def often():
        pass

    ring()
    at_once(4, ring)
    ring()

    assert Task.objects.count() == 1


def test_work_done_by_two_workers_at_once_counts_every_time():
    @jobs.task("test.count")
    def count():
        Change.objects.create(kind="test.counted", about="1")

    for _ in range(20):
        jobs.later("test.count")

    def work():
        while task := take_task():
            run_task(task, strict=True)

    at_once(2, work)

    assert Change.objects.filter(kind="test.counted").count() == 20
