"""Everybody who listens hears of a change, at least once, and reads the present state."""

import pytest
from django.db import transaction

from plein.foundation import jobs
from plein.foundation.jobs.changes import hand_out_changes
from plein.foundation.jobs.models import Change, Task


@pytest.fixture
def heard(db):
    """Two listeners to one kind of thing, and what they heard."""
    heard = {"index": [], "matching": []}

    @jobs.listens("test.post")
    def index(pk):
        heard["index"].append(pk)

    @jobs.listens("test.post")
    def matching(pk):
        heard["matching"].append(pk)

    return heard


def test_every_listener_hears_of_a_change(heard):
    jobs.changed("test.post", 7)
    jobs.run_pending()

    assert heard == {"index": ["7"], "matching": ["7"]}


def test_many_changes_of_one_thing_are_told_once(heard):
    for _ in range(5):
        jobs.changed("test.post", 7)
    jobs.run_pending()

    assert heard["index"] == ["7"]


def test_a_change_after_the_telling_is_told_again(heard):
    jobs.changed("test.post", 7)
    jobs.run_pending()
    jobs.changed("test.post", 7)
    jobs.run_pending()

    assert heard["index"] == ["7", "7"]


def test_a_change_joins_work_that_nobody_has_taken_yet(heard):
    jobs.changed("test.post", 7)
    hand_out_changes()
    jobs.changed("test.post", 7)
    hand_out_changes()

    assert Task.objects.count() == 2  # one for each listener


def test_a_change_while_a_worker_is_busy_with_it_is_not_lost(heard):
    from plein.foundation.jobs.running import run_task, take_task

    jobs.changed("test.post", 7)
    hand_out_changes()
    taken = take_task()
    jobs.changed("test.post", 7)
    run_task(taken)
    jobs.run_pending()

    assert sorted(map(len, heard.values())) == [1, 2]


def test_different_things_are_told_apart(heard):
    jobs.changed_many("test.post", [1, 2, 3])
    jobs.run_pending()

    assert heard["index"] == ["1", "2", "3"]


def test_rolled_back_changes_are_not_told(heard):
    with transaction.atomic():
        jobs.changed("test.post", 7)
        transaction.set_rollback(True)
    jobs.run_pending()

    assert heard["index"] == []


def test_a_change_nobody_listens_to_is_cleared_away(db):
    jobs.changed("test.nobody_listens", 7)
    jobs.run_pending()

    assert not Change.objects.exists()
    assert not Task.objects.exists()


def test_one_listener_that_stumbles_does_not_keep_the_others_from_hearing(heard):
    @jobs.listens("test.post")
    def stumbles(pk):
        raise RuntimeError(pk)

    jobs.changed("test.post", 7)
    jobs.run_pending(strict=False)

    assert heard == {"index": ["7"], "matching": ["7"]}
    assert Task.objects.get().tries == 1


def test_more_changes_than_one_batch_are_all_told(heard):
    jobs.changed_many("test.post", range(250))
    jobs.run_pending()

    assert len(heard["index"]) == 250
