"""Words that somebody took back are not given out again on paper (H24, AVG)."""

import pytest

from plein.bridges.publications.models import Order
from plein.bridges.publications.tests.making import make_standing
from plein.features.pages import actions as pages
from plein.features.pages.tests.making import make_question
from plein.foundation import jobs
from plein.foundation.communities.actions import leave


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def tip(noor, bram):
    answer = pages.answer(make_question(noor, text="Niet te duur."), "Bij Jan.", by=bram)
    pages.mark_helped(answer, by=noor)
    jobs.run_pending()
    return answer


@pytest.fixture
def standing(tip, fatima, waterdrecht):
    return kept_as("boekje", fatima, waterdrecht)


def kept_as(shape, by, community):
    kept = make_standing(by, community, house="about", shape=shape)
    jobs.run_pending()
    return kept


def fetched(client, standing):
    return client.get(f"/op-papier/vast/{standing.code}/bestand/")


def is_made_anew(client, standing):
    """An old file is not given; after the worker there is one that is right."""
    answer = fetched(client, standing)
    newest = Order.objects.latest("made_at")
    jobs.run_pending()
    return (
        answer.status_code == 302
        and answer.url == f"/op-papier/{newest.key}/"
        and fetched(client, standing).status_code == 200
    )


def test_a_tip_that_was_taken_away_is_not_given_out_again(client, standing, tip, bram):
    assert fetched(client, standing).status_code == 200

    pages.take_answer(tip, by=bram)
    jobs.run_pending()

    assert is_made_anew(client, standing)


def test_a_tip_of_who_left_is_not_given_out_again(client, standing, bram):
    leave(bram, by=bram)
    jobs.run_pending()

    assert is_made_anew(client, standing)


def test_the_words_of_an_asker_who_left_are_not_given_out_again(client, standing, noor):
    leave(noor, by=noor)
    jobs.run_pending()

    assert is_made_anew(client, standing)


def test_a_poster_that_never_held_the_tip_is_soon_right_again(client, tip, bram, fatima):
    """The same file: without a word of it, so it is not made in vain each time."""
    poster = kept_as("poster-a3", fatima, fatima.home.town)

    pages.take_answer(tip, by=bram)
    jobs.run_pending()

    assert is_made_anew(client, poster)
