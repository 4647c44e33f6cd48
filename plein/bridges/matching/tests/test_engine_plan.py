"""The nightly plan serves everybody it can and loads nobody."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from plein.bridges.matching.engine.plan import MOST, Pair, assign, plan


def test_everybody_is_served_though_one_helper_is_best_for_all():
    pairs = [Pair(f"a{n}", "bram", 0.9) for n in range(4)]
    pairs += [Pair(f"a{n}", f"h{n}", 0.7) for n in range(4)]

    found = plan(pairs)

    assert len(found.pairs) == 4
    assert found.most == 2
    assert found.unserved == ()


def test_a_better_fit_wins_when_nobody_is_loaded():
    found = plan([Pair("a", "bram", 0.5), Pair("a", "noor", 0.8)])

    assert found.pairs["a"].helper == "noor"


def test_who_has_jobs_already_is_dearer():
    pairs = [Pair("a", "bram", 0.8), Pair("a", "noor", 0.7)]

    assert plan(pairs, load={"bram": 2}).pairs["a"].helper == "noor"


def test_who_has_no_room_gets_nothing():
    found = plan([Pair("a", "bram", 0.8)], room={"bram": 0})

    assert found.unserved == ("a",)
    assert found.most == 0


def test_nobody_gets_more_than_three():
    found = plan([Pair(f"a{n}", "bram", 0.9) for n in range(5)])

    assert len(found.pairs) == MOST
    assert len(found.unserved) == 2


def test_nothing_to_plan_is_an_empty_plan():
    assert plan([]).pairs == {}
    assert assign([]) == []


def test_plain_values_in_and_out():
    assert assign([("a", "bram", 0.8), ("a", "noor", 0.2)], {}) == [("a", "bram")]


def test_the_plan_is_the_same_every_time():
    chance = random.Random(3)
    pairs = [Pair(f"a{n}", f"h{chance.randrange(9)}", chance.random()) for n in range(30)]
    pairs = list({(pair.ask, pair.helper): pair for pair in pairs}.values())

    assert plan(pairs) == plan(list(pairs))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0, 1)))
def test_only_given_pairs_are_chosen_and_each_ask_once(scores):
    pairs = [Pair(f"a{ask}", f"h{helper}", score) for (ask, helper), score in scores.items()]

    found = plan(pairs)

    assert set(found.pairs.values()) <= set(pairs)
    assert set(found.pairs) | set(found.unserved) == {pair.ask for pair in pairs}
    assert found.most <= MOST


def test_a_thousand_by_a_thousand_serves_everybody_with_at_most_three():
    from benchmarks.matching.spreading import measured

    found = measured()

    assert found["unserved"] == 0
    assert found["busiest, plan"] <= MOST < found["busiest, best for each"]
