"""Tries are counted right, also when they come at the same moment in several processes."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from plein.foundation.accounts import limits
from plein.foundation.accounts.limits import LIMITS, TooOften, count
from plein.foundation.accounts.models import Tally
from plein.foundation.accounts.tasks import forget_old_keys
from plein.testing.together import at_once, in_a_file

WHAT = "code.here"
MOST, SECONDS = LIMITS[WHAT]


def tried(who: str = "noor@waterdrecht.example") -> bool:
    try:
        count(WHAT, who)
    except TooOften:
        return False
    return True


def test_as_often_as_allowed_and_not_once_more(db):
    assert [tried() for _ in range(MOST + 2)] == [True] * MOST + [False, False]


def test_each_person_has_their_own_count(db):
    for _ in range(MOST):
        tried()

    assert tried("bram@waterdrecht.example")


def test_each_thing_has_its_own_count(db):
    for _ in range(MOST):
        tried()

    count("try.address", "noor@waterdrecht.example")


def test_after_a_while_one_may_try_again(db):
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        for _ in range(MOST + 1):
            tried()
        clock.shift(SECONDS)

        assert tried()


def test_what_is_kept_tells_of_nobody(db):
    tried()

    assert "noor" not in str(Tally.objects.values_list())


def test_a_count_that_is_over_is_thrown_away(db):
    tried()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        forget_old_keys()

    assert not Tally.objects.exists()


def test_a_count_that_still_holds_stays(db):
    Tally.objects.create(key="x", until=timezone.now() + timedelta(minutes=5))

    forget_old_keys()

    assert Tally.objects.exists()


def test_counting_costs_the_same_for_everybody(db, django_assert_num_queries):
    tried()
    with django_assert_num_queries(4):  # two of them begin and end a savepoint
        tried()


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    @pytest.fixture(autouse=True)
    def on_disk(self, tmp_path):
        with in_a_file(tmp_path, "accounts"):
            yield

    def test_eight_at_once_get_exactly_what_is_allowed(self):
        allowed = at_once(8, tried)

        assert allowed.count(True) == MOST
        assert Tally.objects.get().count == 8

    def test_many_at_once_lose_no_count(self, monkeypatch):
        monkeypatch.setitem(limits.LIMITS, WHAT, (1000, SECONDS))

        at_once(4, lambda: [tried() for _ in range(25)])

        assert Tally.objects.get().count == 100

    def test_a_try_in_work_that_is_rolled_back_does_not_disturb_others(self):
        with transaction.atomic():
            tried()
            transaction.set_rollback(True)

        assert at_once(2, tried) == [True, True]
