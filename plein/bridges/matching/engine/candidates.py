"""First a cheap look at everybody who passes the limits, then the best 5,000 are weighed in full."""

import numpy as np

from .columns import Array, Columns
from .meaning import Measure

MOST = 5_000


def candidates(measure: Measure, one: Columns, others: Columns, allowed: Array) -> Array:
    """Row numbers, at most `MOST`: by concept, leaning, words and theme together."""
    rows = np.flatnonzero(allowed)
    if len(rows) <= MOST:
        return rows
    cheap = (
        measure.alikeness(one, others, rows, "concepts")
        + measure.alikeness(one, others, rows, "leaning")
        + measure.words(one, others, rows)
        + others.themes[rows] @ one.themes[0]
    )
    return np.sort(rows[np.argpartition(-cheap, MOST - 1)[:MOST]])
