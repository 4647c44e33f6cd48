"""Hard limits: never broken, always counted."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.bridges.matching.engine.columns import Columns
from plein.bridges.matching.engine.concepts import field_of
from plein.bridges.matching.engine.limits import beside, limits
from plein.bridges.matching.engine.ranking import rank
from plein.bridges.matching.engine.shapes import Kind, Post, Read
from plein.bridges.matching.tests.making_posts import (
    FRIDAY_EVENING,
    MONDAY_AFTERNOON,
    MONDAY_MORNING,
    ask,
    ids,
    km_east,
    offer,
    profile,
    ranked,
)


def test_two_neighbours_who_fit_meet():
    assert ids(ranked(ask(), offer())) == ["offer"]


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        ({"needs_vog": True}, {}, "vog"),
        ({"limit_km": 2}, {"place": km_east(2.6)}, "far"),
        ({}, {"limit_km": 2, "place": km_east(2.6)}, "far"),
        ({"remote": True, "limit_km": 1}, {"place": km_east(9)}, "far"),
        ({"when": MONDAY_MORNING}, {"when": FRIDAY_EVENING}, "when"),
        ({"owner": "bram"}, {"owner": "bram"}, "self"),
        ({"owner": "noor", "blocked": frozenset({"bram"})}, {"owner": "bram"}, "blocked"),
        ({"owner": "noor"}, {"owner": "bram", "blocked": frozenset({"noor"})}, "blocked"),
        ({}, {"paused": True}, "paused"),
        ({"paused": True}, {}, "paused"),
        ({}, {"load": 2, "max_load": 2}, "full"),
        ({}, {"load": 3, "max_load": 2}, "full"),
    ],
)
def test_who_falls_off_is_never_shown_and_counted(mine, theirs, why):
    ranking = ranked(ask(**mine), offer(**theirs))

    assert ids(ranking) == []
    assert ranking.fallen[why] == 1
    assert ranking.looked_at == 1


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"needs_vog": True}, {"has_vog": True}),
        ({"limit_km": 2}, {"place": km_east(2.4)}),
        ({"remote": True, "limit_km": 1}, {"remote": True, "place": km_east(9)}),
        ({"limit_km": 1, "place": None}, {"place": km_east(9)}),
        ({"when": MONDAY_MORNING}, {"when": MONDAY_AFTERNOON}),
        ({"when": MONDAY_MORNING}, {"when": 0}),
        ({"owner": ""}, {"owner": ""}),
        ({}, {"load": 1, "max_load": 2}),
        ({"load": 9, "max_load": 1}, {}),
    ],
)
def test_who_is_within_the_limits_stays(mine, theirs):
    assert ids(ranked(ask(**mine), offer(**theirs))) == ["offer"]


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        ({"has_vog": False}, {"needs_vog": True}, "vog"),
        ({"load": 2, "max_load": 2}, {}, "full"),
        ({"paused": True}, {}, "paused"),
    ],
)
def test_limits_hold_when_a_helper_looks_for_asks(mine, theirs, why):
    ranking = ranked(offer(**mine), ask(**theirs))

    assert ids(ranking) == []
    assert ranking.fallen[why] == 1


def test_a_profile_meets_asks_too():
    assert ids(ranked(profile(), ask())) == ["ask"]


def test_the_distance_that_would_reach_three_is_told():
    far = [offer(id=f"o{km}", place=km_east(km)) for km in (3, 4, 5, 9)]

    ranking = ranked(ask(limit_km=1), *far)

    assert ranking.fallen["far"] == 4
    assert ranking.nearly_km == pytest.approx(5, abs=0.1)
    assert ranking.nearly == 3


def test_no_distance_is_told_when_something_else_is_in_the_way():
    ranking = ranked(ask(limit_km=1, needs_vog=True), offer(place=km_east(3)))

    assert ranking.nearly_km is None


@pytest.mark.parametrize(
    ("when", "near"),
    [
        (MONDAY_MORNING, MONDAY_AFTERNOON),
        (MONDAY_AFTERNOON, MONDAY_MORNING | MONDAY_AFTERNOON << 1),
        (FRIDAY_EVENING, FRIDAY_EVENING >> 1),
        (0, 0),
    ],
)
def test_an_evening_is_not_beside_the_next_morning(when, near):
    assert beside(when) == near


fields = st.fixed_dictionaries(
    {
        "place": st.one_of(st.none(), st.tuples(st.floats(52.3, 52.5), st.floats(6.0, 6.3))),
        "limit_km": st.one_of(st.none(), st.floats(0.1, 12)),
        "when": st.one_of(st.just(0), st.integers(0, 2**21 - 1), st.sampled_from([1, 2, 4, 32])),
        "again": st.booleans(),
        "remote": st.booleans(),
        "needs_vog": st.booleans(),
        "has_vog": st.booleans(),
        "paused": st.booleans(),
        "owner": st.sampled_from(["", "noor", "bram", "joost"]),
        "blocked": st.frozensets(st.sampled_from(["noor", "bram", "joost"]), max_size=2),
        "load": st.integers(0, 4),
        "max_load": st.one_of(st.none(), st.integers(0, 4)),
        "languages": st.frozensets(st.sampled_from(["nl", "tr", "ti"]), max_size=2),
        "groups": st.frozensets(st.sampled_from(["ouderen", "kinderen", "iedereen"]), max_size=2),
    }
)


def km(a, b):
    """Written again, apart from the engine, by the law of cosines."""
    la, lb = math.radians(a[0]), math.radians(b[0])
    turn = math.radians(a[1] - b[1])
    cosine = math.sin(la) * math.sin(lb) + math.cos(la) * math.cos(lb) * math.cos(turn)
    return 6371.0 * math.acos(min(1.0, cosine))


def broken(a: Post, o: Post) -> list[str]:
    """Which hard limits a pair breaks: the rules written again in plain Python."""
    times = {(bit // 3, bit % 3) for bit in range(21) if a.when >> bit & 1}
    others = {(bit // 3, bit % 3) for bit in range(21) if o.when >> bit & 1}
    near = any(d == e and abs(p - q) <= 1 for d, p in times for e, q in others)
    limit = min([each for each in (a.limit_km, o.limit_km) if each is not None], default=math.inf)
    far = a.place and o.place and km(a.place, o.place) > 1.25 * limit + 0.02
    found = {
        "vog": a.needs_vog and not o.has_vog,
        "far": far and not (a.remote and o.remote),
        "when": times and others and not near,
        "self": a.owner and a.owner == o.owner,
        "blocked": o.owner in a.blocked or a.owner in o.blocked,
        "paused": a.paused or o.paused,
        "full": o.max_load is not None and o.load >= o.max_load,
    }
    return [key for key, value in found.items() if value]


@settings(max_examples=60, deadline=None)
@given(fields, st.lists(fields, min_size=1, max_size=12))
def test_no_pair_of_posts_ever_breaks_a_limit(mine, theirs):
    known = {"mow-grass": 1.0}
    one = Post(id="a", kind=Kind.ASK, **mine)
    posts = {f"o{n}": Post(id=f"o{n}", kind=Kind.OFFER, **each) for n, each in enumerate(theirs)}
    reads = [Read(post=post, concepts=known) for post in posts.values()]

    ranking = rank(Read(post=one, concepts=known), reads, at_most=20)
    back = rank(reads[0], [Read(post=one, concepts=known)])

    for other in ids(ranking):
        assert broken(one, posts[other]) == []
    if broken(one, posts["o0"]):
        assert ids(back) == []


@settings(max_examples=30, deadline=None)
@given(fields, fields)
def test_a_limit_is_the_same_from_both_sides(mine, theirs):
    a, o = (Post(id="a", kind=Kind.ASK, **mine), Post(id="o", kind=Kind.OFFER, **theirs))
    one, other = (Columns.of([Read(post=post)], field_of()) for post in (a, o))

    there, back = limits(one, other, asking=True), limits(other, one, asking=False)

    assert there.allowed[0] == back.allowed[0]
