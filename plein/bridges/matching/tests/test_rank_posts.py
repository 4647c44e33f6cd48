"""`manage.py rank_posts`: anyone can judge the engine on posts of their own, without a database."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from benchmarks.matching import evaluate, quality
from plein.bridges.matching.engine.posts_file import posts_in
from plein.bridges.matching.engine.shapes import Kind
from plein.lib.week import pack

REQUEST = {
    "type": "request", "id": "R1", "title": "Gras", "text": "Wie kan mijn gras maaien?",
    "theme": "tuin", "target_groups": ["ouderen"], "lat": 52.4, "lon": 6.05,
    "max_distance_km": 3, "availability": ["ma-ochtend", "zo-avond"], "recurring": True,
    "remote": False, "languages": ["nl"], "needs_vog": False, "has_vog": False,
    "posted_by": "resident", "created": "2026-03-25T22:10:00",
    "eval": {"theme_wrong": False},
}  # fmt: skip
OFFER = REQUEST | {"type": "offer", "id": "A1", "text": "Gras maaien doe ik graag."}
PROFILE = OFFER | {"type": "profile", "id": "P1", "theme": None, "interests": ["tuin"]}
FAR = OFFER | {"id": "A2", "lat": 52.6}
JUDGEMENT = {"type": "judgement", "request": "R1", "offer": "A1", "grade": 3}


@pytest.fixture
def ranked(tmp_path):
    """Runs the command over some lines and gives back what it printed, one object a line."""

    def run(*lines, **options):
        path = tmp_path / "posts.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", "utf-8")
        out = StringIO()
        call_command("rank_posts", str(path), engine="words", stdout=out, **options)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return run


def test_each_request_gets_its_offers_best_first(ranked):
    (line,) = ranked(REQUEST, OFFER, PROFILE)

    assert line["request"] == "R1"
    assert {each["offer"] for each in line["ranked"]} == {"A1", "P1"}
    scores = [each["score"] for each in line["ranked"]]
    assert scores == sorted(scores, reverse=True)


def test_who_breaks_a_limit_is_not_in_the_list(ranked):
    (line,) = ranked(REQUEST, FAR, OFFER)

    assert [each["offer"] for each in line["ranked"]] == ["A1"]


def test_judgements_and_labels_are_never_looked_at(ranked):
    labelled = ranked(REQUEST, OFFER, JUDGEMENT | {"grade": 0})
    bare = ranked({k: v for k, v in REQUEST.items() if k != "eval"}, OFFER)

    assert labelled == bare


def test_explained_it_tells_reasons_kilometres_and_parts(ranked):
    (line,) = ranked(REQUEST, OFFER, FAR, explain=True)

    best = line["ranked"][0]
    assert best["reasons"]
    assert all(best["reasons"])
    assert best["km"] == 0
    assert best["parts"]["concept"] > 0.5
    assert best["ok"] is True
    assert line["fallen"] == {"far": 1}


def test_at_most_so_many(ranked):
    many = [OFFER | {"id": f"A{n}"} for n in range(9)]

    assert len(ranked(REQUEST, *many, at_most=4)[0]["ranked"]) == 4


def test_nothing_to_rank_is_an_empty_run(ranked):
    assert ranked() == []
    assert ranked(OFFER) == []
    assert ranked(REQUEST) == [{"request": "R1", "ranked": []}]


def test_fields_become_the_shapes_of_the_engine():
    ask, offer, profile = posts_in(json.dumps(line) for line in (REQUEST, OFFER, PROFILE))

    assert (ask.kind, offer.kind, profile.kind) == (Kind.ASK, Kind.OFFER, Kind.PROFILE)
    assert ask.when == pack([(0, 0), (6, 2)])
    assert ask.place == (52.4, 6.05)
    assert (ask.limit_km, ask.again, profile.interests) == (3, True, ("tuin",))


def test_a_line_with_only_an_id_is_a_post():
    (post,) = posts_in(['{"type": "offer", "id": "A"}'])

    assert (post.title, post.place, post.limit_km, post.when) == ("", None, None, 0)


def test_no_limit_is_broken_on_the_development_set_and_quality_holds():
    found = quality.row(None)

    assert found["broken"] == 0
    assert found["nDCG@5"] > 0.75
    assert found["R@10"] > 0.88
    assert found["misspelled"] > 0.62
    assert found["non_dutch"] > 0.80


def test_with_whole_themes_left_out_structure_still_carries():
    themes = frozenset({"tuin", "vervoer", "computer-telefoon"})

    less = quality.of_themes(None, themes)

    assert less["requests"] > 10
    assert less["nDCG@5"] > 0.5


def test_the_scorer_gives_nothing_to_an_empty_run(tmp_path):
    (tmp_path / "run.jsonl").write_text("")

    found, _ = evaluate.evaluate(str(quality.DEV), str(tmp_path / "run.jsonl"))

    assert found["all"]["ndcg5"] == 0
