"""Who gets how much: 1,000 asks and 1,000 helpers, "best for each" against the nightly plan."""

import random
import time
from collections import Counter

from plein.bridges.matching.engine.plan import Pair, plan

MANY, FITTING = 1_000, 60


def measured(seed: int = 1) -> dict[str, float]:
    """Jobs of the busiest helper both ways, who is unserved, and milliseconds."""
    pairs = _pairs(random.Random(seed))
    best: dict[str, Pair] = {}
    for pair in pairs:
        if pair.ask not in best or pair.score > best[pair.ask].score:
            best[pair.ask] = pair
    start = time.perf_counter()
    found = plan(pairs)
    took = (time.perf_counter() - start) * 1000
    busiest = max(Counter(pair.helper for pair in best.values()).values())
    mean = sum(pair.score for pair in found.pairs.values()) / max(1, len(found.pairs))
    mean_best = sum(pair.score for pair in best.values()) / len(best)
    return {
        "busiest, best for each": busiest,
        "busiest, plan": found.most,
        "unserved": len(found.unserved),
        "mean score, best for each": mean_best,
        "mean score, plan": mean,
        "ms": took,
    }


def _pairs(chance: random.Random) -> list[Pair]:
    """Some helpers fit many asks better than others do: that is what loads a few."""
    liked = [chance.random() ** 2 for _ in range(MANY)]
    return [
        Pair(f"a{ask}", f"h{helper}", (liked[helper] + chance.random()) / 2)
        for ask in range(MANY)
        for helper in chance.sample(range(MANY), FITTING)
    ]
