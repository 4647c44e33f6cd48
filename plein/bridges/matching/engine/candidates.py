"""First a cheap look at everybody who passes the limits; the best 5,000 are weighed in full."""

from dataclasses import dataclass

import numpy as np

from .columns import Array, Columns
from .index import Index, Layer
from .limits import Limits, limits
from .meaning import Lengths, Measure

MOST = 5_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows to weigh, with what the limits found of them and of everybody."""

    columns: Columns
    lengths: Lengths
    found: Limits
    everybody: Limits


def candidates(index: Index, one: Columns, *, asking: bool) -> Chosen:
    """At most `MOST` rows of each layer of the index, within all hard limits."""
    layers = [_of(layer, index.measure, one, asking) for layer in index.layers()]
    chosen = layers[0]
    for other in layers[1:]:
        chosen = Chosen(
            chosen.columns.joined(other.columns),
            chosen.lengths.joined(other.lengths),
            chosen.found.joined(other.found),
            chosen.everybody.joined(other.everybody),
        )
    return chosen


def _of(layer: Layer, measure: Measure, one: Columns, asking: bool) -> Chosen:
    found = limits(one, layer.columns, asking=asking)
    allowed = np.flatnonzero(found.allowed & layer.there)
    rows = allowed if len(allowed) <= MOST else _best(layer, measure, one, allowed)
    everybody = found if layer.there.all() else found.where(np.flatnonzero(layer.there))
    return Chosen(
        layer.columns.where(rows), layer.lengths.where(rows), found.where(rows), everybody
    )


def _best(layer: Layer, measure: Measure, one: Columns, allowed: Array) -> Array:
    """By concept, leaning, words and theme together, over all rows: quicker than picking first."""
    cheap = (
        measure.concept(one, layer.columns, layer.lengths)
        + measure.leaning(one, layer.columns, layer.lengths)
        + measure.words(one, layer.columns)
        + measure.theme(one, layer.columns, layer.lengths)
    )[allowed]
    return np.sort(allowed[np.argpartition(-cheap, MOST - 1)[:MOST]])
