"""One post against live posts: limits, candidates, meaning × fit, spread, threshold, reasons."""

from collections.abc import Sequence

import numpy as np

from .candidates import candidates
from .columns import Array, Columns
from .concepts import Field
from .fit import fit
from .index import Index
from .limits import Limits
from .meaning import parts_of, shares
from .reasons import reasons
from .score import meaning, score
from .shapes import DEFAULT, Kind, Ranking, Read, Suggestion, Weights
from .spread import MONTH, price, with_turns

_NEAREST = 3
_TOLD = 0.5  # of the threshold, without the theme: a tortoise and a pony are both pets, no more


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
    asking = post.post.kind is Kind.ASK
    one = Columns.of([post], index.known, index.size, index.model)
    chosen = candidates(index, one, asking=asking)
    columns, found = chosen.columns, chosen.found
    with_model = bool(one.vectors.any())
    parts = parts_of(index.measure, one, columns, chosen.lengths)
    factors = fit(one, columns, found, weights, asking=asking)
    part = shares(weights, with_model)
    alike = meaning(parts, part)
    before = score(alike, factors)  # a busy neighbour still fits: load only moves the order
    told = score(meaning(parts, part | {"theme": 0.0}), factors)
    enough = (before >= weights.threshold) & (told >= _TOLD * weights.threshold)
    load = np.broadcast_to(price(columns if asking else one, weights), len(columns))
    order = np.argsort(-before * load, kind="stable")[: 2 * at_most + _NEAREST]
    values = {**parts, **factors, "meaning": alike, "load": load, "km": found.km}
    best = _suggestions(index, one, columns, order, values, before, enough)
    unasked = frozenset(columns.ids[n] for n in order if columns.unasked_days[n] > MONTH)
    good = with_turns([each for each in best if each.ok], unasked)
    everybody = chosen.everybody
    nearly_km, nearly = _nearly(everybody)
    return Ranking(
        suggestions=tuple(good[:at_most]),
        nearest=tuple([each for each in best if not each.ok][:at_most]),
        fallen={key: int(off.sum()) for key, off in everybody.fallen.items() if off.any()},
        nearly_km=nearly_km,
        nearly=nearly,
        looked_at=len(everybody.km),
        with_model=with_model,
    )


def _suggestions(
    index: Index,
    one: Columns,
    columns: Columns,
    order: Array,
    values: dict[str, Array],
    before: Array,
    enough: Array,
) -> list[Suggestion]:
    found = []
    for n in order:
        parts = {name: float(each[n]) for name, each in values.items()}
        fors, doubts = reasons(index, one, columns, int(n), parts)
        suggestion = Suggestion(
            id=str(columns.ids[n]),
            score=float(before[n]) * parts["load"],
            parts=parts,
            reasons=fors,
            doubts=doubts,
            ok=bool(enough[n]),
        )
        found.append(suggestion)
    return found


def _nearly(found: Limits) -> tuple[float | None, int]:
    """The distance at which the three closest of those who fell off by distance alone come in, and
    how many those are."""
    others = [off for key, off in found.fallen.items() if key != "far"]
    only = found.fallen["far"] & ~np.logical_or.reduce(others)
    if not only.any():
        return None, 0
    near = found.km[only]
    many = min(_NEAREST, len(near))
    return round(float(np.partition(near, many - 1)[many - 1]), 1), many
