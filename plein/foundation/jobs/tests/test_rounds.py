"""A round over many rows: each has a transaction of its own, and each gets its turn."""

import pytest
from django.db import OperationalError

from plein.foundation import jobs
from plein.foundation.communities.models import Community


def named(name):
    """Give a place this name; a bad name is found out afterwards."""
    place = Community.objects.earliest("pk")
    place.name = name
    place.save()
    if name == "bad":
        raise ValueError("not that name")
    return name != "same"


def test_what_stumbles_is_undone_and_keeps_no_other_from_its_turn(waterdrecht):
    with pytest.raises(ValueError, match="not that name"):
        jobs.each(named, ["good", "bad"])

    waterdrecht.refresh_from_db()
    assert waterdrecht.name == "good"


def test_it_gives_for_how_many_the_work_was_done(waterdrecht):
    assert jobs.each(named, ["one", "same", "three"]) == 2
    assert jobs.each(named, []) == 0


def test_a_database_that_is_away_ends_the_round(db):
    tried = []

    def away(row):
        tried.append(row)
        raise OperationalError("server closed the connection")

    with pytest.raises(OperationalError):
        jobs.each(away, [1, 2, 3])
    assert tried == [1]
