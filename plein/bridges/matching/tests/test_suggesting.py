"""After posting the worker suggests: who fits, by whom, and with which reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.bridges.matching import thinking
from plein.bridges.matching.actions import suggesting
from plein.bridges.matching.models import Feature, Suggestion
from plein.bridges.matching.tests.making import (
    ask_for_grass,
    likes_gardens,
    offer_to_mow,
    suggest,
)
from plein.features.noticeboard import actions
from plein.features.noticeboard.tests.making import make_offer
from plein.foundation.communities.actions import block, change_profile, move_home, pause, unpause
from plein.foundation.jobs import registry
from plein.foundation.jobs.tasks import count_what_is_there
from plein.foundation.places.cells import Cell
from plein.lib.keys import uuid7


def pairs():
    return set(Suggestion.objects.filter(near=False).values_list("ask__title", "helper__name"))


def test_an_offer_that_fits_an_ask_is_suggested(noor, bram):
    offer = offer_to_mow(bram)
    ask = ask_for_grass(noor)

    suggest()

    row = Suggestion.objects.get(ask=ask, near=False)
    assert (row.helper, row.offer) == (bram, offer)
    assert row.score > 0.35
    assert row.reasons


def test_it_does_not_matter_who_comes_first(noor, bram):
    ask_for_grass(noor)
    suggest()
    assert pairs() == set()

    offer_to_mow(bram)
    suggest()

    assert pairs() == {("Wie maait mijn gras?", "Bram")}


def test_a_profile_without_an_offer_takes_part(noor, bram):
    likes_gardens(bram)
    ask_for_grass(noor)

    suggest()

    row = Suggestion.objects.get(near=False)
    assert (row.helper, row.offer) == (bram, None)


def test_a_person_is_suggested_once_through_the_best_of_their_offers(noor, bram):
    likes_gardens(bram)
    offer_to_mow(bram)
    make_offer(bram, theme="tuin", title="Ik snoei", text="Heggen en struiken.")
    ask_for_grass(noor)

    suggest()

    assert Suggestion.objects.filter(ask__author=noor).count() == 1


def test_what_has_nothing_to_do_with_it_is_not_suggested(noor, bram):
    make_offer(bram, theme="muziek-cultuur", title="Ik speel piano", text="Samen muziek maken.")
    ask_for_grass(noor)

    suggest()

    assert pairs() == set()


def test_nobody_is_suggested_to_themselves(noor):
    offer_to_mow(noor)
    ask_for_grass(noor)

    suggest()

    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_people_who_blocked_each_other_are_not_suggested(request, noor, bram, who):
    by = request.getfixturevalue(who)
    block({noor: bram, bram: noor}[by], by=by)
    offer_to_mow(bram)
    ask_for_grass(noor)

    suggest()

    assert not Suggestion.objects.exists()


def test_somebody_in_another_town_is_not_suggested(noor, joost):
    offer_to_mow(joost)
    ask_for_grass(noor)

    suggest()

    assert not Suggestion.objects.exists()


def test_somebody_on_a_break_is_not_suggested(noor, bram):
    likes_gardens(bram)
    pause(bram, until=None, by=bram)
    ask_for_grass(noor)
    suggest()
    assert pairs() == set()

    unpause(bram, by=bram)
    suggest()

    assert len(pairs()) == 1


def test_what_needs_a_certificate_is_not_suggested_to_who_showed_none(noor, bram):
    offer_to_mow(bram)
    ask_for_grass(noor, task_class="trust")

    suggest()

    assert not Suggestion.objects.exists()
    assert Feature.objects.get(kind="ask").fallen["vog"] == 1


def test_no_time_in_common_is_no_suggestion(noor, bram):
    offer_to_mow(bram, when_bits=1)
    ask_for_grass(noor, when_bits=1 << 20)

    suggest()

    assert not Suggestion.objects.exists()
    assert Feature.objects.get(kind="ask").fallen["when"] == 1


def test_a_closed_ask_is_suggested_no_more(noor, bram):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()
    assert pairs()

    actions.close(ask, "elsewhere", by=noor)
    suggest()

    assert not Suggestion.objects.exists()
    assert not Feature.objects.get(pk=ask.pk).live


def test_a_closed_offer_is_suggested_no_more(noor, bram):
    offer = offer_to_mow(bram)
    ask_for_grass(noor)
    suggest()

    actions.close(offer, "not_needed", by=bram)
    suggest()

    assert not Suggestion.objects.exists()


def test_doing_it_twice_makes_nothing_twice(noor, bram):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()

    from plein.bridges.matching.actions import suggesting

    suggesting.for_post(ask.pk)
    suggesting.for_post(ask.pk)

    assert Suggestion.objects.count() == 1


def test_not_a_word_of_what_somebody_wrote_is_kept(noor):
    ask = ask_for_grass(noor, text="Kanarieparkiet op nummer twaalf.")

    suggest()

    row = Feature.objects.get(pk=ask.pk)
    assert "nummer twaalf" not in f"{row.fields} {row.features}"
    assert "title" not in row.fields
    assert "text" not in row.fields


def test_a_worker_that_begins_has_the_posts_at_hand(noor, bram):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()
    thinking._towns.clear()  # as in a process that has just begun

    registry.starts["matching.remember_towns"]()

    assert not _reads_whole_town(ask)
    assert pairs() == {(ask.title, "Bram")}

    thinking._towns.clear()
    assert _reads_whole_town(ask)


def _reads_whole_town(ask):
    """Whether suggesting asks for the words of more than some posts that it names."""
    with CaptureQueriesContext(connection) as asked:
        suggesting.for_post(ask.pk)
    reads = [one["sql"] for one in asked if '"matching_feature"."vector"' in one["sql"]]
    wheres = [sql.split("WHERE")[1].split("ORDER BY")[0] for sql in reads]
    return any('"matching_feature"."id"' not in where for where in wheres)


def test_the_few_that_were_found_are_read_by_their_keys_in_a_full_town(noor):
    """Without counted rows SQLite walked through everything of the town: 400 ms of 500."""
    usual = {"town": noor.town, "kind": "ask", "owner": noor, "stamp": "-", "vector": b""}
    rows = [Feature(id=uuid7(), when_bits=0, **usual) for _ in range(1500)]
    Feature.objects.bulk_create(rows)
    count_what_is_there()
    few = Feature.objects.filter(town=noor.town, pk__in=[row.pk for row in rows[:20]], live=True)

    plan = few.explain()

    assert connection.vendor != "sqlite" or "(id=?)" in plan


def test_during_a_break_offers_rest_and_asks_stay(noor, bram):
    offer, own_ask = offer_to_mow(bram), ask_for_grass(bram)
    ask = ask_for_grass(noor)
    suggest()
    assert Suggestion.objects.filter(ask=ask, offer=offer).exists()

    pause(bram, until=None, by=bram)
    suggest()

    assert not Suggestion.objects.filter(helper=bram).exists()
    assert Feature.objects.filter(live=True, owner=bram).get().pk == own_ask.pk
    suggesting.for_post(ask.pk)
    assert not Suggestion.objects.filter(helper=bram).exists()

    unpause(bram, by=bram)
    suggest()
    assert Suggestion.objects.filter(ask=ask, offer=offer).exists()


def test_how_far_home_and_languages_count_for_offers_at_once(noor, bram, centrum):
    offer, own_ask = offer_to_mow(bram), ask_for_grass(bram)
    suggest()
    before = {row.pk: row.fields for row in Feature.objects.filter(owner=bram, live=True)}

    change_profile(bram, by=bram, how_far="corner", languages=["ar"])
    move_home(bram, centrum, by=bram, cell=Cell(60, 60))
    suggest()

    after = {row.pk: row.fields for row in Feature.objects.filter(owner=bram, live=True)}
    assert before[offer.pk]["limit_km"] != after[offer.pk]["limit_km"] == 0.7
    for pk in (offer.pk, own_ask.pk):
        assert "ar" in after[pk]["languages"]
        assert before[pk]["place"] != after[pk]["place"] == list(bram.cell.middle)
