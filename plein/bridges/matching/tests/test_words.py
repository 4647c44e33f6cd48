"""Words of the place itself: a connector adds one, and posts are understood with it."""

import pytest

from plein.bridges.matching.models import Feature, Suggestion, Word
from plein.bridges.matching.tests.making import ask_for_grass, offer_to_mow, suggest
from plein.foundation import jobs

PAGE = "/suggesties/woorden/"
NEW = {"word": "Zwiepen", "concept": "mow-grass"}


def test_a_connector_adds_a_word(as_member, fatima):
    client = as_member(fatima)

    client.post(PAGE, NEW)

    assert Word.objects.get().word == "zwiepen"
    text = client.get(PAGE).content.decode()
    assert "zwiepen" in text
    assert "gras maaien" in text


def test_posts_are_read_again_with_it(as_member, noor, bram, fatima):
    ask = ask_for_grass(noor, title="Wie wil zwiepen?", text="Zwiepen met de zwiep.")
    offer_to_mow(bram, theme="klussen")
    suggest()
    assert "mow-grass" not in Feature.objects.get(pk=ask.pk).features

    as_member(fatima).post(PAGE, NEW)
    jobs.run_pending()

    assert "mow-grass" in Feature.objects.get(pk=ask.pk).features
    assert Suggestion.objects.filter(ask=ask, helper=bram).exists()


def test_a_word_can_be_taken_away(as_member, fatima):
    client = as_member(fatima)
    client.post(PAGE, NEW)

    client.post(f"{PAGE}{Word.objects.get().pk}/weg/")

    assert not Word.objects.exists()


def test_the_same_word_stands_there_once(as_member, fatima):
    client = as_member(fatima)
    client.post(PAGE, NEW)
    client.post(PAGE, NEW)

    assert Word.objects.count() == 1


@pytest.mark.parametrize("odd", ["", "ab", "123", "w" * 61])
def test_an_odd_word_is_refused(as_member, fatima, odd):
    assert as_member(fatima).post(PAGE, NEW | {"word": odd}).status_code == 422


def test_a_word_means_something_we_know(as_member, fatima):
    assert as_member(fatima).post(PAGE, NEW | {"concept": "raket"}).status_code == 422


@pytest.mark.parametrize("who", ["noor", "nadia"])
def test_neighbours_teach_no_words(as_member, request, waterdrecht, who):
    assert as_member(request.getfixturevalue(who)).post(PAGE, NEW).status_code == 404
    assert not Word.objects.exists()
