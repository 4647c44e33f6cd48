"""How well the circumstances fit: distance × time × recurring × language × group, each 0..1."""

import numpy as np

from .columns import Array, Columns
from .limits import Limits, beside
from .shapes import Weights

FAR_KM = 10.0  # the measure of distance when neither set a limit
_OVER = 0.5  # over the limit, within the slack
_UNKNOWN_TIME = 0.95


def fit(
    one: Columns, others: Columns, found: Limits, weights: Weights, *, asking: bool
) -> dict[str, Array]:
    """The factors by name; the fit is their product. `found` is of the same rows."""
    asks, helpers = (one, others) if asking else (others, one)
    return {
        "distance": _distance(one, others, found, weights),
        "time": _time(one, others, weights),
        "again": np.where(asks.again & ~helpers.again, weights.once, 1.0),
        "language": _shared(one.languages[0], others.languages, weights.no_language),
        "group": _shared(one.groups[0], others.groups, weights.other_group),
    }


def _distance(one: Columns, others: Columns, found: Limits, weights: Weights) -> Array:
    """1 − 0.15 · km / limit up to the limit; half of that between the limit and its slack."""
    measure = np.where(np.isfinite(found.reach), np.maximum(found.reach, 0.1), FAR_KM)
    share = np.minimum(found.km / measure, 1.25)
    factor = (1 - weights.far * share) * np.where(found.km > found.reach, _OVER, 1.0)
    return np.where(one.remote[0] & others.remote, 1.0, factor)


def _time(one: Columns, others: Columns, weights: Weights) -> Array:
    mine = one.when[0]
    unknown = (mine == 0) | (others.when == 0)
    common = (mine & others.when) != 0
    near = (beside(mine) & others.when) != 0
    return np.select([common, unknown, near], [1.0, _UNKNOWN_TIME, weights.adjoining], 0.0)


def _shared(mine: Array, theirs: Array, otherwise: float) -> Array:
    """1 when something is shared or one of both named nothing."""
    return np.where((mine & theirs != 0) | (mine == 0) | (theirs == 0), 1.0, otherwise)
