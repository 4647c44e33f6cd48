"""A form that is sent twice counts once, and leads to the same place."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs.models import OnceKey


def test_every_shown_form_has_another_key():
    assert len({jobs.new_form_key() for _ in range(100)}) == 100


def test_the_first_time_counts_and_the_second_does_not(db):
    key = jobs.new_form_key()

    assert jobs.first_time(key)
    assert not jobs.first_time(key)


def test_another_form_counts_too(db):
    jobs.first_time(jobs.new_form_key())

    assert jobs.first_time(jobs.new_form_key())


def test_the_second_time_leads_to_the_same_place(db):
    key = jobs.new_form_key()
    jobs.first_time(key)
    jobs.remember(key, "/prikbord/tuin-7f3k2/")

    assert jobs.remembered(key) == "/prikbord/tuin-7f3k2/"


def test_of_an_unknown_form_nothing_is_remembered(db):
    assert jobs.remembered(jobs.new_form_key()) == ""


def test_a_form_that_failed_may_be_sent_again(db):
    key = jobs.new_form_key()
    with transaction.atomic():
        jobs.first_time(key)
        transaction.set_rollback(True)

    assert jobs.first_time(key)


@pytest.mark.parametrize("nonsense", ["", "kort", "x" * 65, "a\0b" * 8, "' OR 1=1 --------------"])
def test_nonsense_is_not_a_key_and_does_no_harm(db, nonsense):
    assert jobs.first_time(nonsense)
    assert jobs.first_time(nonsense)
    jobs.remember(nonsense.replace("\0", ""), "/")
    assert jobs.remembered(nonsense) == ""


def test_keys_are_forgotten_after_two_days(db, time_machine):
    from plein.foundation.jobs.tasks import forget_form_keys

    jobs.first_time(jobs.new_form_key())
    forget_form_keys()
    assert OnceKey.objects.exists()

    time_machine.move_to(timezone.now() + timedelta(days=2, minutes=1))
    forget_form_keys()
    assert not OnceKey.objects.exists()
