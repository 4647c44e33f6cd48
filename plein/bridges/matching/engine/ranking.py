"""One post against live posts: limits, candidates, meaning × fit, spread, threshold, reasons."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from .candidates import candidates
from .columns import Array, Columns
from .concepts import Field
from .fit import fit
from .index import Index
from .limits import Limits, limits
from .meaning import Measure, shares
from .reasons import reasons
from .score import meaning
from .shapes import DEFAULT, Kind, Ranking, Read, Suggestion, Weights
from .spread import MONTH, price, with_turns

_NEAREST = 3


def rank(
    post: Read,
    others: Sequence[Read] | Index,
    *,
    at_most: int = 10,
    weights: Weights = DEFAULT,
    known: Field | None = None,
) -> Ranking:
    """The best of `others` for `post`, best first, with reasons; see `Ranking`.

    `others` are of the other side: offers and profiles for an ask, asks for an offer or a profile.
    """
    index = others if isinstance(others, Index) else Index(others, known=known, model=post.model)
    index.settle()
    return _rank(index, post, at_most, weights)


def _rank(index: Index, post: Read, at_most: int, weights: Weights) -> Ranking:
    one = Columns.of([post], index.known, index.size, index.model)
    others, measure, asking = index.columns, index.measure, post.post.kind is Kind.ASK
    found = limits(one, others, asking=asking)
    rows = candidates(measure, one, others, found.allowed)
    with_model = bool(one.vectors.any())
    here = _rows(found, rows)
    chosen = others.where(rows)
    parts = parts_of(measure, one, others, rows)
    factors = fit(one, chosen, here, weights, asking=asking)
    factors["load"] = price(chosen if asking else one, weights)
    alike = meaning(parts, shares(weights, with_model))
    scores = alike * np.prod([np.broadcast_to(f, len(rows)) for f in factors.values()], axis=0)
    columns = {**parts, **factors, "meaning": alike, "km": here.km}
    order = np.lexsort((np.arange(len(rows)), -scores))[: at_most * 3]

    def suggestion(n: int) -> Suggestion:
        values = {
            name: float(np.broadcast_to(each, len(rows))[n]) for name, each in columns.items()
        }
        fors, doubts = reasons(index, one, chosen, int(n), values)
        score = float(scores[n])
        return Suggestion(
            id=str(chosen.ids[n]), score=score, parts=values, reasons=fors, doubts=doubts,
            ok=score >= weights.threshold,
        )  # fmt: skip

    best = [suggestion(n) for n in order]
    good = [each for each in best if each.ok]
    unasked = frozenset(chosen.ids[n] for n in order if chosen.unasked_days[n] > MONTH)
    return Ranking(
        suggestions=tuple(with_turns(good, unasked)[:at_most]),
        nearest=tuple([each for each in best if not each.ok][:at_most]),
        fallen={key: int(off.sum()) for key, off in found.fallen.items() if off.any()},
        nearly_km=_nearly(found),
        looked_at=len(others),
        with_model=with_model,
    )


def parts_of(measure: Measure, one: Columns, others: Columns, rows: Array) -> dict[str, Array]:
    """The six parts of meaning for these rows, each about 0..1."""
    return {
        "concept": measure.alikeness(one, others, rows, "concepts"),
        "leaning": measure.alikeness(one, others, rows, "leaning"),
        "vector": measure.vectors(one, others, rows),
        "words": measure.words(one, others, rows),
        "grams": measure.grams(one, others, rows),
        "theme": others.themes[rows] @ one.themes[0],
    }


def _rows(found: Limits, rows: Array) -> Limits:
    return Limits(found.allowed[rows], found.km[rows], found.reach[rows], {})


def _nearly(found: Limits) -> float | None:
    """The distance at which the three closest of those who fell off by distance alone come in."""
    only: Any = found.fallen["far"].copy()
    for key, off in found.fallen.items():
        if key != "far":
            only &= ~off
    if not only.any():
        return None
    return round(float(np.sort(found.km[only])[:_NEAREST][-1]), 1)
