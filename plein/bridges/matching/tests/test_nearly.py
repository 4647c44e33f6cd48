"""Too far away, but not by much: said to who can do something about it, and of nobody alone."""

import pytest

from plein.bridges.matching.actions import suggesting
from plein.bridges.matching.models import Feature
from plein.bridges.matching.tests.making import ask_for_grass, likes_gardens, offer_to_mow, suggest

NEAREST = "De drie mensen die het dichtst bij zijn, wonen tot ongeveer 4 kilometer weg."


def fell_off(pk, km, **fallen):
    suggest()
    Feature.objects.filter(pk=pk).update(fallen=fallen, nearly_km=km)


def test_a_helper_reads_what_a_little_further_would_bring(as_member, bram):
    likes_gardens(bram)
    offer, client = offer_to_mow(bram), as_member(bram)
    for pk in (bram.pk, offer.pk):
        fell_off(pk, 3.2, far=12, nearly=3)

    for page in ("/suggesties/", "/suggesties/waarom-niets/", f"/suggesties/bericht/{offer.pk}/"):
        text = client.get(page).content.decode()
        assert "Ga je ongeveer 4 kilometer ver? Dan zijn er 3 vragen meer." in text
        assert 'profiel/hoe-ver/"' in text


@pytest.mark.parametrize("nearly", [0, 2, 3])
def test_of_fewer_than_three_people_no_distance_is_told(as_member, noor, fatima, nearly):
    ask = ask_for_grass(noor)
    fell_off(ask.pk, 3.2, far=12, nearly=nearly)

    for who, page in ((noor, "bericht"), (fatima, "wie-wacht")):
        text = as_member(who).get(f"/suggesties/{page}/{ask.pk}/").content.decode()
        assert "12 mensen wonen te ver weg." in text
        assert (NEAREST in text) == (nearly == 3)


def test_the_engine_says_how_many_come_in_at_that_distance(noor, bram, monkeypatch):
    likes_gardens(bram)
    ask = ask_for_grass(noor)
    suggest()

    suggesting.for_post(ask.pk)

    assert Feature.objects.get(pk=ask.pk).fallen == {"nearly": 0}
