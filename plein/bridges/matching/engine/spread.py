"""Spread the asking over people: a price for load, and turns for who was not asked lately."""

import numpy as np

from .columns import Array, Columns
from .shapes import Suggestion, Weights

MONTH = 30
TURN = 5  # one place in five


def price(helpers: Columns, weights: Weights) -> Array:
    """Divide by (1 + 0.25 × open and recent jobs)²."""
    return np.asarray(1.0 / (1.0 + weights.load * helpers.load) ** 2)


def with_turns(best: list[Suggestion], unasked: frozenset[str]) -> list[Suggestion]:
    """Every fifth place is for the best who was not asked for a month, when nobody before was."""
    left, found = list(best), []
    while left:
        last = found[-(TURN - 1) :]
        due = len(found) % TURN == TURN - 1 and not any(each.id in unasked for each in last)
        turn = next((each for each in left if each.id in unasked), None) if due else None
        chosen = turn or left[0]
        left.remove(chosen)
        if turn and turn.score < max((each.score for each in left), default=0.0):
            from dataclasses import replace

            chosen = replace(chosen, by_turn=True)
        found.append(chosen)
    return found
