"""Which reasons and doubts belong to a suggestion: keys and values; `explain` finds the words."""

from .columns import Columns
from .index import Index
from .shapes import Reason

_WALK_KM, _BIKE_KM = 1.2, 5.0  # as in places.cells


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
    if values["language"] < 1:
        against.append(Reason("language"))
    elif int(one.languages[0]) & int(others.languages[n]) & ~1:
        fors.append(Reason("language"))
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
    mine, theirs = one.concepts.toarray()[0], others.concepts[[n]].toarray()[0]
    if mine.any() and theirs.any():
        pairs = index.measure.alike * mine[:, None] * theirs[None, :]
        row, column = divmod(int(pairs.argmax()), pairs.shape[1])
        if pairs[row, column] >= 0.25:
            names = [index.known.concepts[each] for each in (row, column)]
            key = "same" if row == column else "near"
            return [Reason(key, {"mine": names[0].name, "theirs": names[1].name})]
    if values["vector"] > 0.3:
        return [Reason("alike")]
    if values["words"] > 0.2:
        return [Reason("words")]
    return [Reason("theme")] if values["theme"] > 0.3 else []


def _near(one: Columns, others: Columns, n: int, values: dict[str, float]) -> list[Reason]:
    if one.remote[0] and others.remote[n]:
        return [Reason("remote")]
    km = values["km"]
    key = "walk" if km <= _WALK_KM else "bike" if km <= _BIKE_KM else "further"
    return [Reason(key)]
