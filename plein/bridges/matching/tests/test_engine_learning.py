"""Weights learn from outcomes, slowly, and never from who people are."""

import random

import pytest

from plein.bridges.matching.engine.learn import NEVER, PARTS, Outcome, better, learn, linked
from plein.bridges.matching.engine.shapes import DEFAULT, Post, Read


def outcomes(many, telling="vector", why_not="", seed=1):
    """Suggestions that worked out more often the higher one part was."""
    chance = random.Random(seed)
    found = []
    for _ in range(many):
        parts = {part: chance.random() for part in PARTS}
        good = chance.random() < 0.1 + 0.8 * parts[telling]
        found.append(Outcome(parts, good, "" if good else why_not))
    return found


@pytest.mark.parametrize("telling", ["vector", "concept", "words"])
def test_the_part_that_tells_gets_more_weight(telling):
    new = learn(outcomes(1500, telling), DEFAULT)

    grown = {part: getattr(new, part) / getattr(DEFAULT, part) for part in PARTS}
    assert max(grown, key=grown.get) == telling
    assert grown[telling] > 1.1


def test_few_outcomes_hardly_move_the_weights():
    few, many = (learn(outcomes(count), DEFAULT).vector for count in (15, 1500))

    assert abs(few - DEFAULT.vector) < abs(many - DEFAULT.vector) / 2


def test_the_sum_of_the_weights_stays():
    new = learn(outcomes(800), DEFAULT)

    before, after = (sum(getattr(each, part) for part in PARTS) for each in (DEFAULT, new))
    assert after == pytest.approx(before, abs=0.001)


def test_fields_are_not_learnt_from_meaning():
    new = learn(outcomes(800), DEFAULT)

    assert (new.far, new.once, new.threshold) == (DEFAULT.far, DEFAULT.once, DEFAULT.threshold)


@pytest.mark.parametrize("why", ["far", "time", "no_time"])
def test_too_far_says_nothing_about_meaning(why):
    bad = [Outcome(dict.fromkeys(PARTS, 1.0), False, why) for _ in range(50)]

    assert learn(outcomes(300) + bad, DEFAULT) == learn(outcomes(300), DEFAULT)


@pytest.mark.parametrize("good", [True, False])
def test_one_kind_of_outcome_teaches_nothing(good):
    assert learn([Outcome({"concept": 1.0}, good)] * 40, DEFAULT) == DEFAULT


def test_no_outcomes_teach_nothing():
    assert learn([], DEFAULT) == DEFAULT


@pytest.mark.parametrize("trait", sorted(NEVER))
def test_a_protected_trait_is_refused(trait):
    with pytest.raises(ValueError, match=trait):
        learn([Outcome({trait: 1.0}, True)], DEFAULT)


def test_the_engine_has_no_field_for_a_protected_trait():
    fields = {*Post.__dataclass_fields__, *Read.__dataclass_fields__, *DEFAULT.as_dict()}

    assert not fields & NEVER


def test_a_new_model_must_be_nowhere_worse():
    old = {"dev": 0.80, "month": 0.60}

    assert better({"dev": 0.81, "month": 0.60}, old)
    assert not better({"dev": 0.90, "month": 0.59}, old)
    assert better({"dev": 0.80, "month": 0.595}, old, slack=0.01)
    assert not better({"dev": 0.9}, old)


def test_a_link_is_proposed_when_it_worked_often_enough():
    seen = [("a", "b", True)] * 4 + [("b", "a", True)] + [("a", "c", True)] * 4
    seen += [("c", "d", True)] * 6 + [("c", "d", False)] * 6 + [("e", "e", True)] * 9

    assert linked(seen) == [("a", "b")]
