"""Work that is asked for in a transaction is done once, or not at all."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.audit.models import Record
from plein.foundation.jobs.models import Task
from plein.foundation.jobs.running import NobodyKnows


def test_a_task_is_run_by_its_name(errand, done):
    jobs.later("test.errand")
    jobs.run_pending()

    assert done == [()]


def test_arguments_arrive_as_text(errand, done):
    key = uuid4()
    jobs.later("test.errand", key, 3)
    jobs.run_pending()

    assert done == [(str(key), "3")]


def test_a_finished_task_is_gone(errand):
    jobs.later("test.errand")
    jobs.run_pending()

    assert not Task.objects.exists()


def test_a_task_is_done_once(errand, done):
    jobs.later("test.errand")
    jobs.run_pending()
    jobs.run_pending()

    assert len(done) == 1


def test_work_that_is_rolled_back_was_never_asked_for(errand, done):
    with transaction.atomic():
        jobs.later("test.errand")
        transaction.set_rollback(True)
    jobs.run_pending()

    assert done == []


def test_a_task_waits_for_its_moment(errand, done, time_machine):
    now = timezone.now()
    jobs.later("test.errand", at=now + timedelta(days=1))
    jobs.run_pending()
    assert done == []

    time_machine.move_to(now + timedelta(days=1, seconds=1))
    jobs.run_pending()
    assert done == [()]


def test_the_oldest_work_goes_first(errand, done):
    now = timezone.now()
    jobs.later("test.errand", "late", at=now - timedelta(minutes=1))
    jobs.later("test.errand", "early", at=now - timedelta(hours=1))
    jobs.run_pending()

    assert done == [("early",), ("late",)]


def test_a_task_may_ask_for_more_work(errand, done):
    @jobs.task("test.more")
    def more():
        jobs.later("test.errand", "from inside")

    jobs.later("test.more")
    jobs.run_pending()

    assert done == [("from inside",)]


def test_half_done_work_is_undone(db, bram):
    @jobs.task("test.half")
    def half():
        record("a.b.c", by=bram)
        raise RuntimeError("halfway")

    jobs.later("test.half")
    jobs.run_pending(strict=False)

    assert not Record.objects.exists()


def test_tests_hear_what_goes_wrong(db):
    @jobs.task("test.wrong")
    def wrong():
        raise RuntimeError("wrong")

    jobs.later("test.wrong")

    with pytest.raises(RuntimeError):
        jobs.run_pending()


def test_a_name_that_nobody_knows_is_told(db):
    jobs.later("test.nobody_knows_this")

    with pytest.raises(NobodyKnows):
        jobs.run_pending()


def test_work_outside_a_transaction_is_done_too(db, done):
    @jobs.task("test.outside", outside=True)
    def outside(number):
        done.append(number)

    jobs.later("test.outside", 1)
    jobs.run_pending()

    assert done == ["1"]
    assert not Task.objects.exists()
