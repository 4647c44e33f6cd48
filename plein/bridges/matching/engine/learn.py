"""Learn the weights from what became of suggestions, carefully, and never from who people are.

Logistic regression over the parts of the score with the hand weights as prior (a Gaussian prior
worth about 200 outcomes; MacKay 1992, King & Zeng 2001), solved by Newton's method. New weights are
taken only when they are not worse: see `better`. "Too far" tells about a field, not about meaning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .shapes import Weights

PARTS = ("concept", "leaning", "vector", "words", "grams", "theme")
PRIOR_WORTH = 200
FIELD_REASONS = frozenset({"far", "time", "no_time"})  # these adjust fields, not meaning
NEVER = frozenset({"age", "origin", "name", "street", "gender", "religion", "birth", "photo"})
_ROUNDS = 25
_MOST_CHANGE = 2.0  # a weight at most doubles or halves at a time
Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A suggestion that somebody saw: its parts, whether it worked out, and why not."""

    parts: Mapping[str, float]
    good: bool
    why_not: str = ""


def learn(outcomes: Sequence[Outcome], weights: Weights, hand: Weights | None = None) -> Weights:
    """New weights of meaning; with few outcomes they hardly move. The rest stays as it is.

    `hand`: those a person chose, the prior and the measure of the most change, so that weeks of
    learning do not add up; None: `weights` themselves.
    """
    for outcome in outcomes:
        if forbidden := NEVER & set(outcome.parts):
            raise ValueError(f"Never to be learnt from: {sorted(forbidden)}")
    told = [each for each in outcomes if each.why_not not in FIELD_REASONS]
    if not told or len({each.good for each in told}) < 2:
        return weights
    table = np.array([[each.parts.get(part, 0.0) for part in PARTS] for each in told])
    good = np.array([each.good for each in told], dtype=float)
    prior = np.array([getattr(hand or weights, part) for part in PARTS])
    found = _fitted(table, good, prior)
    limited = np.clip(found, prior / _MOST_CHANGE, prior * _MOST_CHANGE)
    limited *= prior.sum() / max(float(limited.sum()), 1e-9)
    return replace(
        weights,
        **{part: round(float(v), 4) for part, v in zip(PARTS, limited, strict=True)},
    )


def _fitted(table: Array, good: Array, hand: Array) -> Array:
    """Newton's steps to the most likely weights, held by the prior; the offset is free."""
    steep = 10.0  # likeness of 0..1 against log odds: what the hand weights are measured in
    design = np.column_stack([steep * (table - table.mean(axis=0)), np.ones(len(table))])
    share = float(np.clip(good.mean(), 0.02, 0.98))
    start = np.append(hand, np.log(share / (1 - share)))
    variance = max(float((design[:, :-1] ** 2).mean()), 1e-6)
    strength = np.append(np.full(len(hand), PRIOR_WORTH * variance / 4), 1e-6)
    at = start.copy()
    for _round in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ at, -30, 30)))
        slope = design.T @ (chance - good) + strength * (at - start)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(strength)
        step = np.linalg.solve(curve, slope)
        at = at - step
        if float(np.abs(step).max()) < 1e-7:
            break
    return np.asarray(at[:-1])


def better(new: Mapping[str, float], old: Mapping[str, float], slack: float = 0.0) -> bool:
    """Whether the new figures (dev set, last month; higher is better) are nowhere worse."""
    return all(new.get(name, 0.0) >= value - slack for name, value in old.items())


def linked(outcomes: Sequence[tuple[str, str, bool]], least: int = 5) -> list[tuple[str, str]]:
    """Pairs of concepts worth a link: (mine, theirs, worked out) that worked out at least `least`
    times and three in four times. A person decides; nothing is linked by itself.
    """
    counts: dict[tuple[str, str], list[int]] = {}
    for mine, theirs, good in outcomes:
        if mine != theirs:
            pair = counts.setdefault((min(mine, theirs), max(mine, theirs)), [0, 0])
            pair[0] += 1
            pair[1] += good
    return sorted(
        pair for pair, (all_, good) in counts.items() if good >= least and good >= 0.75 * all_
    )
