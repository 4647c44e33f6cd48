"""A round over many rows: each has a transaction of its own, and each gets its turn."""

import pytest
from django.db import OperationalError
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs import rounds
from plein.foundation.jobs.models import Alarm


def note(name):
    """Write down a name; a bad one is found out afterwards."""
    Alarm.objects.create(name=name, due_at=timezone.now())
    if name == "bad":
        raise ValueError("not that name")
    return name != "so-so"


def noted():
    return set(Alarm.objects.values_list("name", flat=True))


def test_what_stumbles_is_undone_and_keeps_no_other_from_its_turn(db):
    with pytest.raises(ValueError, match="not that name"):
        jobs.each(note, ["one", "bad", "three"])

    assert noted() == {"one", "three"}


def test_it_gives_for_how_many_the_work_was_done(db):
    assert jobs.each(note, ["one", "so-so", "three"]) == 2
    assert jobs.each(note, []) == 0
    assert noted() == {"one", "so-so", "three"}


def test_a_database_that_is_away_ends_the_round(db):
    tried = []

    def away(row):
        tried.append(row)
        raise OperationalError("server closed the connection")

    with pytest.raises(OperationalError):
        jobs.each(away, [1, 2, 3])
    assert tried == [1]


def test_the_whole_is_all_of_it_also_while_it_shrinks(monkeypatch, db):
    monkeypatch.setattr(rounds, "PART", 2)
    for name in "abcde":
        note(name)

    seen = []
    for one in jobs.whole(Alarm.objects.all()):
        seen.append(one.name)
        Alarm.objects.filter(pk=one.pk).delete()

    assert sorted(seen) == list("abcde")
