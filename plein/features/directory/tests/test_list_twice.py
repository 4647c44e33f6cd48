"""The same list, tried out twice before it is taken over, does not double the map."""

import pytest

from plein.features.directory import actions
from plein.features.directory.actions import lists
from plein.features.directory.tests.taking_in import CLUB, KOOR, entry, outcomes, tried, undone
from plein.foundation import jobs
from plein.foundation.organisations.models import Organisation


@pytest.fixture
def town(waterdrecht, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return waterdrecht


def taken_over(taken_in, by):
    lists.begin_taking_over(taken_in, by=by)
    jobs.run_pending()
    taken_in.refresh_from_db()
    return taken_in


def names():
    return sorted(Organisation.objects.values_list("name", flat=True))


def test_two_lists_that_were_tried_before_either_was_taken_over_double_nothing(town, mila):
    first, second = tried(town, mila, KOOR, CLUB), tried(town, mila, KOOR, CLUB)
    assert outcomes(second) == ["new", "new"]

    taken_over(first, mila)
    taken_over(second, mila)

    assert names() == ["Breiclub", "Koor De Vink"]
    assert outcomes(second) == ["changed", "changed"]


def test_taking_the_second_back_leaves_what_the_first_brought(town, mila):
    first, second = tried(town, mila, KOOR), tried(town, mila, KOOR.replace("Zingen", ""), CLUB)
    taken_over(first, mila)
    taken_over(second, mila)

    undone(second, mila)

    assert names() == ["Koor De Vink"]
    assert entry("Koor De Vink").organisation.line == "Zingen"


def test_what_came_meanwhile_and_only_looks_like_it_is_added(town, mila, noor):
    taken_in = tried(town, mila, CLUB)
    actions.propose(town, name="Breiclub De Draad", line="", words="", by=noor)
    taken_over(taken_in, mila)
    assert names() == ["Breiclub", "Breiclub De Draad"]
