"""New weights are taken only when they are not worse (DESIGN 8): on the labelled posts, where they
are installed, and on what people said in the last month. For the worker only."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from plein.bridges.matching.engine.shapes import Weights

if TYPE_CHECKING:
    from plein.bridges.matching.engine.learn import Outcome

LABELLED = Path(settings.BASE_DIR) / "benchmarks" / "matching" / "dev.jsonl"
LOOKED_AT = 5


def figures(weights: Weights, month: Sequence["Outcome"]) -> dict[str, float]:
    """Higher is better: `month` 0..1, and `labelled` (nDCG@5) where the file is."""
    found = {"month": agreement(weights, month)}
    if LABELLED.exists():
        found["labelled"] = labelled(weights, LABELLED)
    return {name: round(value, 4) for name, value in found.items()}


def agreement(weights: Weights, outcomes: Sequence["Outcome"]) -> float:
    """How often what worked out scores above what did not (the area under the ROC curve)."""
    good = [meaning(weights, each.parts) for each in outcomes if each.good]
    bad = [meaning(weights, each.parts) for each in outcomes if not each.good]
    if not good or not bad:
        return 0.5
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    return wins / (len(good) * len(bad))


def meaning(weights: Weights, parts: Mapping[str, float]) -> float:
    """The weighed parts of meaning, as the engine adds them."""
    from plein.bridges.matching.engine.learn import PARTS

    shares = weights.as_dict()
    return sum(shares[part] * min(max(parts.get(part, 0.0), 0.0), 1.0) for part in PARTS)


def labelled(weights: Weights, path: Path) -> float:
    """Mean nDCG@5 over the labelled asks, without a sentence model (Järvelin & Kekäläinen 2002)."""
    from plein.bridges.matching.engine.posts_file import posts_in
    from plein.bridges.matching.engine.runs import run

    lines = path.read_text("utf-8").splitlines()
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for each in map(json.loads, filter(None, lines)):
        if each["type"] == "judgement" and each["grade"] > 0:
            grades[each["request"]][each["offer"]] = each["grade"]
    found = [
        _ndcg([entry["offer"] for entry in line["ranked"]], grades[line["request"]])
        for line in run(posts_in(lines), weights=weights, at_most=LOOKED_AT)
        if grades.get(line["request"])
    ]
    return sum(found) / len(found) if found else 0.0


def _ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    got = _gain([grades.get(offer, 0) for offer in ranked[:LOOKED_AT]])
    best = _gain(sorted(grades.values(), reverse=True)[:LOOKED_AT])
    return got / best


def _gain(grades: Sequence[int]) -> float:
    gains: list[float] = [(2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades)]
    return sum(gains)
