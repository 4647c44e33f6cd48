"""Which reasons and doubts belong to a suggestion: keys and values; `explain` finds the words."""

import numpy as np
from scipy import sparse

from .columns import Array, Columns, language_codes
from .index import Index
from .shapes import Reason

_WALK_KM, _BIKE_KM = 1.2, 5.0  # as in places.cells
_CLEAR = 0.25  # likeness from which a pair of concepts is worth telling


def reasons(
    index: Index, one: Columns, others: Columns, n: int, values: dict[str, float]
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """(for, against) of row `n` of `others`; the strongest first."""
    fors = [*_about(index, one, others, n, values), *_near(one, others, n, values)]
    against = []
    common = int(one.when[0]) & int(others.when[n])
    if common:
        fors.append(Reason("when", {"bits": common}))
    elif values["time"] < 0.9:
        against.append(Reason("beside", {"bits": int(others.when[n])}))
    if one.needs_vog[0] or others.needs_vog[n]:
        fors.append(Reason("vog"))
    if asked := max(int(one.needs_proof[0]), int(others.needs_proof[n])):
        has = int(others.has_proof[n] if one.needs_proof[0] else one.has_proof[0])
        (fors if has >= asked else against).append(Reason("proof", {"height": asked}))
    if values["language"] < 1:
        against.append(Reason("language"))
    elif shared := int(one.languages[0]) & int(others.languages[n]) & ~1:
        fors.append(Reason("language", {"codes": language_codes(shared)}))
    if values["group"] < 1:
        against.append(Reason("group"))
    if values["again"] < 1:
        against.append(Reason("once"))
    if others.load[n] > 0:
        against.append(Reason("busy", {"jobs": int(others.load[n])}))
    return tuple(fors), tuple(against)


def _about(
    index: Index, one: Columns, others: Columns, n: int, values: dict[str, float]
) -> list[Reason]:
    """The pair of concepts that carried the likeness; else theme, words or the whole sentence."""
    mine, theirs = _row(one.concepts, 0), _row(others.concepts, n)
    if len(mine[0]) and len(theirs[0]):
        pairs = index.measure.alike[np.ix_(mine[0], theirs[0])] * mine[1][:, None] * theirs[1]
        row, column = divmod(int(pairs.argmax()), pairs.shape[1])
        if pairs[row, column] >= _CLEAR:
            pair = mine[0][row], theirs[0][column]
            names = [index.known.concepts[each].name for each in pair]
            key = "same" if pair[0] == pair[1] else "near"
            return [Reason(key, {"mine": names[0], "theirs": names[1]})]
    if values["vector"] > 0.3:
        return [Reason("alike")]
    if values["words"] > 0.2:
        return [Reason("words")]
    return [Reason("theme")] if values["theme"] > 0.3 else []


def _row(table: sparse.csr_array, n: int) -> tuple[Array, Array]:
    """The numbers and weights of one row."""
    some = slice(table.indptr[n], table.indptr[n + 1])
    return table.indices[some], table.data[some]


def _near(one: Columns, others: Columns, n: int, values: dict[str, float]) -> list[Reason]:
    if one.remote[0] and others.remote[n]:
        return [Reason("remote")]
    km = values["km"]
    key = "walk" if km <= _WALK_KM else "bike" if km <= _BIKE_KM else "further"
    return [Reason(key)]
