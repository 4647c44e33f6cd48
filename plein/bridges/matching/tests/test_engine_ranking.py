"""One post against others: order, reasons, threshold, turns, load; with and without vectors."""

from dataclasses import replace

import numpy as np
import pytest

from plein.bridges.matching.engine.concepts import field_of
from plein.bridges.matching.engine.index import Index
from plein.bridges.matching.engine.meaning import PARTS, likeness, shares
from plein.bridges.matching.engine.ranking import rank
from plein.bridges.matching.engine.reading import read, read_all
from plein.bridges.matching.engine.shapes import DEFAULT, Reason, Suggestion, Weights
from plein.bridges.matching.engine.spread import with_turns
from plein.bridges.matching.tests.making_posts import (
    MONDAY_AFTERNOON,
    MONDAY_MORNING,
    ask,
    ids,
    km_east,
    offer,
    profile,
    ranked,
)

GRASS = "Wie kan mijn gras maaien?"


def keys(reasons):
    return [reason.key for reason in reasons]


def test_the_offer_that_means_the_same_comes_first():
    found = ranked(
        ask(GRASS),
        offer("Ik breng u met de auto naar het ziekenhuis.", id="car"),
        offer("Met mijn grasmaaier kom ik graag langs.", id="grass"),
        offer("Ik laat graag uw hond uit.", id="dog"),
    )

    assert ids(found)[0] == "grass"


def test_another_language_is_understood():
    found = ranked(
        ask("Can someone mow my lawn?", languages=frozenset({"en"})),
        offer("Ik laat graag uw hond uit.", id="dog", languages=frozenset({"nl", "en"})),
        offer("Gras maaien doe ik graag.", id="grass", languages=frozenset({"nl", "en"})),
    )

    assert ids(found)[0] == "grass"


def test_a_misspelt_ask_finds_its_offer():
    found = ranked(
        ask("mn intrnet doet t niet"),
        offer("Ik laat graag uw hond uit.", id="dog"),
        offer("Problemen met internet en wifi los ik op.", id="net"),
    )

    assert ids(found)[0] == "net"


def test_a_wrong_theme_does_not_hide_the_right_offer():
    found = ranked(
        ask(GRASS, theme="vervoer"),
        offer("Rijden naar het ziekenhuis.", id="car", theme="vervoer"),
        offer("Gras maaien en onkruid wieden.", id="grass", theme="tuin"),
    )

    assert ids(found)[0] == "grass"


@pytest.mark.parametrize(
    ("mine", "worse", "doubt"),
    [
        ({"again": True}, {"again": False}, "once"),
        ({"languages": frozenset({"tr"})}, {"languages": frozenset({"nl"})}, "language"),
        ({"groups": frozenset({"ouderen"})}, {"groups": frozenset({"kinderen"})}, "group"),
        ({"when": MONDAY_MORNING}, {"when": MONDAY_AFTERNOON}, "beside"),
        ({}, {"load": 2}, "busy"),
    ],
)
def test_what_does_not_quite_fit_comes_later_and_is_told(mine, worse, doubt):
    better = {"again": True, "languages": frozenset({"tr", "nl"}), "when": MONDAY_MORNING}
    found = ranked(
        ask(GRASS, **mine), offer(id="a", **{**better, **worse}), offer(id="b", **better)
    )

    assert ids(found) == ["b", "a"]
    assert doubt in keys([*found.suggestions, *found.nearest][1].doubts)


def test_nearer_is_better():
    found = ranked(ask(GRASS, limit_km=5), offer(id="far", place=km_east(4)), offer(id="near"))

    assert ids(found) == ["near", "far"]


def test_for_everybody_fits_every_group():
    found = ranked(
        ask(GRASS, groups=frozenset({"ouderen"})), offer(groups=frozenset({"iedereen", "kinderen"}))
    )

    assert found.suggestions[0].parts["group"] == 1.0


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        ({}, {}, "same"),
        ({"needs_vog": True}, {"has_vog": True}, "vog"),
        ({"when": MONDAY_MORNING}, {"when": MONDAY_MORNING}, "when"),
        ({"remote": True}, {"remote": True}, "remote"),
        ({}, {}, "walk"),
        ({}, {"place": km_east(3)}, "bike"),
        ({}, {"place": km_east(8)}, "further"),
        ({"languages": frozenset({"tr"})}, {"languages": frozenset({"tr"})}, "language"),
    ],
)
def test_reasons_say_what_fits(mine, theirs, reason):
    found = ranked(ask(GRASS, **mine), offer(**theirs))

    assert reason in keys([*found.suggestions, *found.nearest][0].reasons)


def test_dutch_in_common_is_no_news():
    dutch = frozenset({"nl"})

    found = ranked(ask(GRASS, languages=dutch), offer(languages=dutch))

    assert "language" not in keys(found.suggestions[0].reasons)


def test_a_near_concept_is_told_by_both_names():
    found = ranked(ask(GRASS), offer("Ik wil uw heg knippen."))

    about = [*found.suggestions, *found.nearest][0].reasons[0]
    assert about.key == "near"
    assert set(about.values) == {"mine", "theirs"}


def test_nothing_in_common_is_no_match_but_the_nearest():
    found = ranked(ask(GRASS), offer("Ik speel piano op feestjes."))

    assert found.suggestions == ()
    assert [each.id for each in found.nearest] == ["offer"]
    assert not found.nearest[0].ok


def test_a_busy_neighbour_still_fits():
    found = ranked(ask(GRASS), offer(load=3))

    assert found.suggestions[0].ok
    assert found.suggestions[0].score < ranked(ask(GRASS), offer()).suggestions[0].score


def test_the_price_of_load_is_as_designed():
    found = ranked(ask(GRASS), offer(load=2))

    assert found.suggestions[0].parts["load"] == pytest.approx(1 / (1 + 0.25 * 2) ** 2)


def test_every_part_of_the_score_is_told_and_between_0_and_1():
    parts = ranked(ask(GRASS), offer()).suggestions[0].parts

    assert set(PARTS) <= set(parts)
    assert {"distance", "time", "again", "language", "group", "load", "meaning"} <= set(parts)
    assert all(-1e-6 <= parts[name] <= 1.01 for name in parts if name not in ("km", "vector"))


def test_the_score_is_meaning_times_fit():
    found = ranked(ask(GRASS), offer(load=1, place=km_east(2))).suggestions[0]

    factors = ("meaning", "distance", "time", "again", "language", "group", "load")
    assert found.score == pytest.approx(np.prod([found.parts[name] for name in factors]), rel=1e-4)


def test_at_most_so_many_are_given():
    assert (
        len(ranked(ask(GRASS), *(offer(id=f"o{n}") for n in range(9)), at_most=4).suggestions) == 4
    )


def test_nobody_to_look_at_is_an_answer():
    found = ranked(ask(GRASS))

    assert (found.suggestions, found.nearest, found.looked_at) == ((), (), 0)


@pytest.mark.parametrize("text", ["", "😀" * 10_000, "ትግርኛ", "x" * 10_000])
def test_any_text_can_be_ranked(text):
    assert ids(ranked(ask(text), offer(text), offer(id="b"))) != []
    assert ids(ranked(offer(text), ask(GRASS))) == ["ask"]


def test_the_same_posts_give_the_same_answer():
    others = [offer(id=f"o{n}", place=km_east(n / 5)) for n in range(12)]

    assert ranked(ask(GRASS), *others) == ranked(ask(GRASS), *others)


def test_every_fifth_place_is_for_who_was_not_asked_for_a_month():
    best = [Suggestion(id=f"s{n}", score=1 - n / 20, parts={}) for n in range(10)]

    turned = with_turns(best, frozenset({"s9"}))

    assert [each.id for each in turned][:6] == ["s0", "s1", "s2", "s3", "s9", "s4"]
    assert [each.id for each in turned if each.by_turn] == ["s9"]
    assert len(turned) == 10


def test_no_turn_is_needed_when_one_of_them_stands_before():
    best = [Suggestion(id=f"s{n}", score=1 - n / 20, parts={}) for n in range(8)]

    assert with_turns(best, frozenset({"s1", "s7"}))[:5] == best[:5]


def test_weights_sum_to_one_with_and_without_a_model():
    for with_model in (True, False):
        assert sum(shares(DEFAULT, with_model).values()) == pytest.approx(1)
    assert shares(DEFAULT, False)["vector"] == 0
    assert shares(DEFAULT, False)["concept"] > shares(DEFAULT, True)["concept"]


def test_weights_can_be_changed_and_put_back():
    strict = replace(DEFAULT, threshold=0.99)

    assert ranked(ask(GRASS), offer(), weights=strict).suggestions == ()
    assert ranked(ask(GRASS), offer(), weights=Weights()).suggestions != ()
    assert Weights(**DEFAULT.as_dict()) == DEFAULT


def test_likeness_of_concepts_is_symmetric():
    alike = likeness(field_of())

    assert (alike == alike.T).all()
    assert (np.diag(alike) == 1).all()


def with_vector(post, vector, model="m"):
    return replace(read(post), vector=np.array(vector, dtype=np.float16).tobytes(), model=model)


def test_a_vector_tells_apart_what_words_do_not():
    one = with_vector(ask("qqqq"), [1, 0, 0, 0])
    others = [
        with_vector(offer("wwww", id="a"), [0, 1, 0, 0]),
        with_vector(offer("wwww", id="b"), [0.9, 0.1, 0, 0]),
        with_vector(offer("wwww", id="c"), [0, 0, 1, 0]),
    ]

    found = rank(one, others)

    assert ids(found)[0] == "b"
    assert found.with_model


@pytest.mark.parametrize("spoilt", [b"", b"123", b"\x00" * 8, b"\xff" * 8])
def test_a_spoilt_vector_counts_as_none(spoilt):
    one = replace(read(ask(GRASS)), vector=spoilt, model="m")
    other = with_vector(offer(), [1, 0, 0, 0])

    assert ids(rank(one, [other])) == ["offer"]
    assert ids(rank(with_vector(ask(GRASS), [1, 0, 0, 0]), [one_of(spoilt)])) == ["offer"]


def one_of(spoilt):
    return replace(read(offer()), vector=spoilt, model="m")


def test_vectors_of_another_model_are_not_compared():
    found = rank(with_vector(ask(GRASS), [1, 0], "new"), [with_vector(offer(), [1, 0], "old")])

    assert found.suggestions[0].parts["vector"] == 0


def test_an_index_answers_as_a_list_does():
    others = read_all([offer(id=f"o{n}", place=km_east(n)) for n in range(5)])

    assert rank(read(ask(GRASS)), Index(others)) == rank(read(ask(GRASS)), others)


def test_what_is_put_in_an_index_counts_at_once():
    index = Index(read_all([offer(id="old", place=km_east(4))]))

    index.put(read(offer(id="new")))

    assert ids(rank(read(ask(GRASS)), index)) == ["new", "old"]
    assert len(index) == 2


def test_what_is_removed_is_gone():
    index = Index(read_all([offer(id="a"), offer(id="b")]))
    index.put(read(offer(id="c")))

    for each in ("a", "c", "never there"):
        index.remove(each)

    assert ids(rank(read(ask(GRASS)), index)) == ["b"]
    assert rank(read(ask(GRASS)), index).looked_at == 1


def test_what_is_put_again_takes_the_place_of_the_old():
    index = Index(read_all([offer(paused=True)]))

    index.put(read(offer(paused=False)))

    assert ids(rank(read(ask(GRASS)), index)) == ["offer"]
    assert len(index) == 1


def test_settling_changes_nobody():
    index = Index(read_all([offer(id="a"), offer(id="b")]))
    index.put_all(read_all([offer(id="c"), profile(id="d")]))
    index.remove("a")
    before = set(ids(rank(read(ask(GRASS)), index)))

    index.settle()

    assert set(ids(rank(read(ask(GRASS)), index))) == before == {"b", "c", "d"}


def test_the_first_vector_tells_which_model_an_index_holds():
    index = Index(read_all([offer(id="plain")]))

    index.put(with_vector(offer(id="v"), [0.2, 0.9]))

    found = rank(with_vector(ask(GRASS), [0.2, 0.9]), index)
    assert (index.model, index.size) == ("m", 2)
    assert set(ids(found)) == {"plain", "v"}


def test_a_large_town_is_cut_to_the_best_candidates(monkeypatch):
    from plein.bridges.matching.engine import candidates

    monkeypatch.setattr(candidates, "MOST", 3)
    others = [offer("Ik speel piano.", id=f"p{n}") for n in range(9)] + [offer(id="grass")]

    found = ranked(ask(GRASS), *others)

    assert ids(found)[0] == "grass"
    assert len(ids(found)) == 3
    assert found.looked_at == 10


def test_reasons_hold_plain_values():
    for each in ranked(ask(GRASS), offer(load=1)).suggestions[0].reasons:
        assert isinstance(each, Reason)
        assert all(isinstance(value, str | int | float) for value in each.values.values())


def test_the_same_theme_and_nothing_else_is_no_match():
    found = ranked(
        ask("Wie weet hoe een schildpad hoort te leven?", theme="huisdieren"),
        offer("Rijden op een lieve pony, eerst borstelen.", theme="huisdieren", id="pony"),
        offer("Ik weet veel van schildpadden en reptielen.", theme="huisdieren", id="kenner"),
    )

    assert [each.id for each in found.suggestions] == ["kenner"]
    assert [each.id for each in found.nearest] == ["pony"]
