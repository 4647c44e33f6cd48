"""`python -m benchmarks.matching`: quality, themes left out, speed, memory and spread."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.matching import quality, spreading
from plein.bridges.matching.engine.vectors import Model, best_model

SIZES = (10_000, 100_000)
BARS = {10_000: 100.0, 100_000: 400.0}


def main() -> None:
    models: list[tuple[str, Model | None]] = [("words only", None)]
    for name in ("universal", "e5"):
        if model := best_model(name):
            models.insert(len(models) - 1, (name, model))
    print(f"# Matching on dev.jsonl · {os.cpu_count()} cores\n\n## Quality\n")
    rows = {name: quality.row(model) for name, model in models}
    names = list(next(iter(rows.values())))
    _table(["engine", *names], [[name, *row.values()] for name, row in rows.items()])
    for name, model in models[:1] + models[-1:]:
        print(f"\n## With each theme left out: {name} (nDCG@5 of its own requests)\n")
        _left_out(model)
    print("\n## Speed and memory (one post against so many; each size in its own process)\n")
    found = [_speed(size, engine) for size in SIZES for engine in ("words", "semantic")]
    _table(list(found[0]), [list(each.values()) for each in found])
    print("\n## Spread: 1,000 asks, 1,000 helpers\n")
    spread = spreading.measured()
    _table(list(spread), [list(spread.values())])


def _left_out(model: Model | None) -> None:
    rows = list(quality.left_out(model))
    total = sum(many for *_, many in rows)
    whole = sum(score * many for _theme, score, _less, many in rows) / total
    less = sum(score * many for _theme, _whole, score, many in rows) / total
    _table(
        ["theme", "all words", "left out", "requests"],
        [*map(list, rows), ["all", whole, less, total]],
    )


def _speed(size: int, engine: str) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.matching.speed", str(size), engine]
    root = Path(__file__).parents[2]
    ran = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found | {"verdict": "good" if found["rank_ms"] <= BARS[size] else "OVER"}


def _table(heads: list[str], rows: list[list[Any]]) -> None:
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(_cell(each) for each in row) + " |")


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"
    return str(value)


if __name__ == "__main__":
    main()
