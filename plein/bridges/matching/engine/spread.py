"""Spread the asking over people: a price for load, and turns for who was not asked lately."""

from dataclasses import replace

import numpy as np

from .columns import Array, Columns
from .shapes import Suggestion, Weights

MONTH = 30
TURN = 5  # one place in five


def price(helpers: Columns, weights: Weights) -> Array:
    """Divide by (1 + 0.25 × open and recent jobs)²."""
    return np.asarray(1.0 / (1.0 + weights.load * helpers.load) ** 2)


def with_turns(best: list[Suggestion], unasked: frozenset[str]) -> list[Suggestion]:
    """Every fifth place is for the best not asked for a month, unless one stands before it."""
    left, found = list(best), list[Suggestion]()
    while left:
        chosen = left[0]
        if len(found) % TURN == TURN - 1 and not any(e.id in unasked for e in found[1 - TURN :]):
            chosen = next((each for each in left if each.id in unasked), chosen)
        left.remove(chosen)
        jumped = any(each.score > chosen.score for each in left)
        found.append(replace(chosen, by_turn=True) if jumped else chosen)
    return found
