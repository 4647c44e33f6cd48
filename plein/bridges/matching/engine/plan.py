"""The nightly plan for connectors: who could be asked for what, spread over everybody.

A minimum cost flow with a rising price of load: a helper's first job is free, the next costs one
step, the third two steps more (convex prices give whole numbers without rounding; Ahuja, Magnanti
& Orlin, "Network flows", 1993, ch. 14). Solved as an assignment: each helper stands as often in the
table as they may get jobs, each time dearer (Jonker & Volgenant 1987, scipy's sparse solver).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scipy import sparse
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

STEP = 0.15  # what one more job costs, in score
MOST = 3  # jobs for one helper in one plan
_NOBODY = 1e3  # the price of nobody at all: dearer than any helper
_FEW = 12  # pairs of an ask that are looked at first


@dataclass(frozen=True, slots=True)
class Pair:
    """One ask that may go to one helper, with the score of the ranking (0..1)."""

    ask: str
    helper: str
    score: float


@dataclass(frozen=True, slots=True)
class Plan:
    """`pairs` by ask; `unserved` asks for whom nobody was left; `most` jobs of one helper."""

    pairs: Mapping[str, Pair]
    unserved: tuple[str, ...]
    most: int


def plan(
    pairs: Sequence[Pair],
    *,
    load: Mapping[str, int] | None = None,
    room: Mapping[str, int] | None = None,
    step: float = STEP,
) -> Plan:
    """The cheapest way to serve the most asks. `load`: jobs they have now; `room`: how many more.

    Only pairs that are given can be chosen, so no limit of the ranking is broken.
    """
    asks = sorted({pair.ask for pair in pairs})
    if not asks:
        return Plan({}, (), 0)
    found = _solved(asks, _best(pairs), load or {}, room or {}, step)
    if len(found) < len(asks):
        found = _solved(asks, pairs, load or {}, room or {}, step)
    jobs: dict[str, int] = {}
    for pair in found.values():
        jobs[pair.helper] = jobs.get(pair.helper, 0) + 1
    unserved = tuple(ask for ask in asks if ask not in found)
    return Plan(found, unserved, max(jobs.values(), default=0))


def _best(pairs: Sequence[Pair]) -> list[Pair]:
    """The first `_FEW` of each ask: nearly always enough, and many times quicker."""
    by_ask: dict[str, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda each: (-each.score, each.helper)):
        by_ask.setdefault(pair.ask, []).append(pair)
    return [pair for several in by_ask.values() for pair in several[:_FEW]]


def _solved(
    asks: list[str],
    pairs: Sequence[Pair],
    load: Mapping[str, int],
    room: Mapping[str, int],
    step: float,
) -> dict[str, Pair]:
    """Asks × (places of helpers, then one empty place for each ask); what is not there, cannot."""
    columns: list[str] = []
    entries: list[tuple[int, int, float]] = []
    row_of, first = {ask: n for n, ask in enumerate(asks)}, dict[str, int]()
    for pair in pairs:
        places = max(0, min(MOST, room.get(pair.helper, MOST)))
        if pair.helper not in first:
            first[pair.helper] = len(columns)
            columns += [pair.helper] * places
        for nth in range(places):
            cost = 1.01 - min(pair.score, 1.0) + step * (load.get(pair.helper, 0) + nth)
            entries.append((row_of[pair.ask], first[pair.helper] + nth, cost))
    entries += [(row, len(columns) + row, _NOBODY) for row in row_of.values()]
    rows, where, costs = zip(*entries, strict=True)
    shape = (len(asks), len(columns) + len(asks))
    chosen = min_weight_full_bipartite_matching(sparse.csr_array((costs, (rows, where)), shape))
    by_pair = {(pair.ask, pair.helper): pair for pair in pairs}
    return {
        asks[row]: by_pair[asks[row], columns[column]]
        for row, column in zip(*chosen, strict=True)
        if column < len(columns)
    }


def assign(
    pairs: Sequence[tuple[str, str, float]],
    load: Mapping[str, int] | None = None,
    room: Mapping[str, int] | None = None,
) -> list[tuple[str, str]]:
    """The same for plain (ask, helper, score): who could be asked for what, by ask."""
    found = plan([Pair(*each) for each in pairs], load=load, room=room)
    return [(ask, pair.helper) for ask, pair in sorted(found.pairs.items())]
