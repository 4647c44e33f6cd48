"""Time and memory of the engine with 10,000 and 100,000 live posts (run in its own process)."""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.matching.town import people, texts
from plein.bridges.matching.engine.concepts import field_of
from plein.bridges.matching.engine.index import Index
from plein.bridges.matching.engine.ranking import rank
from plein.bridges.matching.engine.reading import read, read_all
from plein.bridges.matching.engine.shapes import Kind
from plein.bridges.matching.engine.vectors import best_model

ROUNDS = 40


def measure(count: int, with_model: bool) -> dict[str, Any]:
    """Milliseconds and megabytes for one size; memory counts everything of the process."""
    start = time.perf_counter()
    known, model = field_of(), best_model("universal") if with_model else None
    read(texts(known, (Kind.ASK,))[0], known=known, model=model)
    ready = time.perf_counter() - start
    bare = _megabytes()
    start = time.perf_counter()
    offers = read_all(texts(known, (Kind.OFFER, Kind.PROFILE)), known=known, model=model)
    reading = (time.perf_counter() - start) / len(offers)
    asks = people(read_all(texts(known, (Kind.ASK,), 5)[:ROUNDS], known=known, model=model), ROUNDS)
    start = time.perf_counter()
    index = Index(known=known, model=model.name if model else "")
    for at in range(0, count, 10_000):
        index.put_all(people(offers, min(10_000, count - at), seed=at + 3, first=at))
    building = time.perf_counter() - start
    times, added = [], []
    for n, ask in enumerate(asks):
        start = time.perf_counter()
        rank(ask, index)
        times.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        index.put(people(offers, 1, seed=n, first=n)[0])
        rank(ask, index)
        added.append((time.perf_counter() - start) * 1000)
    return {
        "posts": count, "model": bool(model), "ready_s": ready, "read_ms": reading * 1000,
        "build_s": building, "rank_ms": statistics.median(times),
        "rank_p95_ms": sorted(times)[int(0.95 * len(times))],
        "put_and_rank_ms": statistics.median(added), "start_mb": bare, "peak_mb": _megabytes(True),
        "live_mb": _megabytes(),
    }  # fmt: skip


def _megabytes(peak: bool = False) -> float:
    word = "VmHWM" if peak else "VmRSS"
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(word)) / 1024


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), sys.argv[2] == "semantic")))
