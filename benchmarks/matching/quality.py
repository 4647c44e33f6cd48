"""How well the engine ranks dev.jsonl: with and without model, and with each theme left out."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.matching import evaluate
from plein.bridges.matching.engine.concepts import THEMES, field_of
from plein.bridges.matching.engine.posts_file import posts_in
from plein.bridges.matching.engine.runs import run
from plein.bridges.matching.engine.shapes import Post
from plein.bridges.matching.engine.vectors import Model

DEV = Path(__file__).parent / "dev.jsonl"
SLICES = ("no_word_overlap", "misspelled", "non_dutch", "missing_theme", "wrong_theme", "proxy")


def posts() -> list[Post]:
    """The posts of dev.jsonl, without judgements and without `eval`."""
    return posts_in(DEV.read_text("utf-8").splitlines())


def measured(
    model: Model | None, without: frozenset[str] = frozenset()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """(figures by slice, figures by request) of one run over dev.jsonl."""
    return _scored(run(posts(), model=model, known=field_of(without)))


def of_themes(model: Model | None, themes: frozenset[str]) -> dict[str, float]:
    """nDCG@5 of the requests that ticked these themes, with the words of those themes left out."""
    _, rows = measured(model, themes)
    mine = [post.id for post in posts() if post.theme in themes and rows.get(post.id)]
    return {"nDCG@5": _mean(rows, mine), "requests": len(mine)}


def row(model: Model | None) -> dict[str, float]:
    """One line of the table of the design."""
    found, _ = measured(model)
    whole = found["all"]
    line = {"nDCG@5": whole["ndcg5"], "R@10": whole["recall10"], "MRR": whole["mrr"]}
    line |= {"P@3": whole["p3"], "broken": whole["violations10"]}
    return line | {name: found[name]["ndcg5"] for name in SLICES}


def left_out(model: Model | None) -> Iterator[tuple[str, float, float, int]]:
    """(theme, nDCG@5 with all words, without the words of that theme, requests) by theme.

    Only the requests that ticked the theme count: those whose words are now unknown.
    """
    ticked = {post.id: post.theme for post in posts() if post.kind == "ask"}
    _, whole = measured(model)
    for theme in THEMES:
        mine = [each for each, its in ticked.items() if its == theme and whole[each]]
        if mine:
            less = of_themes(model, frozenset({theme}))
            yield theme, _mean(whole, mine), less["nDCG@5"], len(mine)


def _mean(rows: dict[str, Any], ids: list[str]) -> float:
    return float(sum(rows[each]["ndcg5"] for each in ids)) / len(ids)


def _scored(lines: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
        file.flush()
        found: tuple[dict[str, Any], dict[str, Any]] = evaluate.evaluate(str(DEV), file.name)
    return found
