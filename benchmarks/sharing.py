"""Connectors take, put off and settle while people join and a worker works: rows stay right."""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.drills.databases import fresh_database

START = 60
CONNECTORS, DOORS = 4, 2
"""So many processes that work through Dagstart, and so many through which people come in."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench sharing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with fresh_database(postgres=options.postgres, settings="plein.config.settings") as folder:
        return drill(options.seconds, folder)


def drill(seconds: float, folder: Path) -> int:
    """The rows at the end are what the worker made of them; no page and no hand mends them."""
    from django.db import connection

    from benchmarks.drills.killing import Workers
    from benchmarks.drills.morning import connector, fill, new_town
    from plein.bridges.dayboard import actions
    from plein.foundation import jobs
    from plein.testing.together import let_go_of_database

    town = new_town()
    team = [connector(town, f"Verbinder{number}") for number in range(CONNECTORS)]
    fill(town, START)
    actions.refresh(town.pk)
    jobs.run_pending()
    worker = Workers(count=1)
    let_go_of_database()
    worker.start()
    works: list[Callable[[float], Any]] = [partial(_work, one) for one in team]
    works += [partial(_let_in, town, n) for n in range(DOORS)]
    children = [_start(work, seconds, folder / f"note-{n}") for n, work in enumerate(works)]
    for child in children:
        os.waitpid(child, 0)
    worker.stop()
    jobs.run_pending()
    said = [json.loads((folder / f"note-{n}").read_text()) for n in range(len(works))]
    counts = sum((Counter(one["counts"]) for one in said), Counter[str]())
    settled = Counter(key for one in said for key in one["settled"])
    twice = sum(many > 1 for many in settled.values())
    wrong = len(actions.wrong(town.pk))
    print(
        f"{connection.vendor}: {CONNECTORS} connectors, {DOORS} doors, a worker, {seconds:.0f} s; "
        + ", ".join(f"{what} {count}" for what, count in sorted(counts.items()))
        + f"; settled by two: {twice}, rows that differ from a fresh computation: {wrong}"
    )
    return int(bool(twice or wrong or counts["locked"] or len(said) != len(works)))


def _start(work: Callable[[float], Any], seconds: float, note: Path) -> int:
    child = os.fork()
    if child:
        return child
    try:
        random.seed(str(note))
        note.write_text(json.dumps(work(time.monotonic() + seconds)))
    finally:
        os._exit(0)


def _work(member: Any, end: float) -> dict[str, Any]:
    """From the top of the page, as fast as they can; one in five is put off or handed back."""
    from django.db import OperationalError

    from plein.bridges.dayboard import actions, queries

    counts: Counter[str] = Counter()
    settled: list[str] = []
    while time.monotonic() < end:
        rows = queries.sorted_out(queries.seen_by(member, member.home.town), member, ())
        row = next(iter(queries.fitting(rows, 30)[:1]), None)
        if row is None:
            time.sleep(0.05)
            continue
        try:
            _one(row, member, counts, settled)
        except actions.TakenBySomebody:
            counts["taken by another"] += 1
        except OperationalError:
            counts["locked"] += 1
    return {"counts": counts, "settled": settled}


def _one(row: Any, member: Any, counts: Counter[str], settled: list[str]) -> None:
    from plein.bridges.dayboard import actions
    from plein.bridges.dayboard.sources import by_kind

    actions.claim(row, by=member)
    counts["taken"] += 1
    if random.random() < 0.1:
        actions.let_go(row, by=member)
    elif by_kind()[row.kind].done is None or random.random() < 0.1:
        actions.snooze(row, "tomorrow", "no_answer", by=member)
        counts["put off"] += 1
    else:
        counts["settled"] += actions.done([row], by=member)
        settled.append(f"{row.kind} {row.about}")


def _let_in(town: Any, door: int, end: float) -> dict[str, Any]:
    from django.db import OperationalError, transaction

    from benchmarks.drills.morning import newcomer

    counts: Counter[str] = Counter()
    while time.monotonic() < end:
        try:
            with transaction.atomic():
                newcomer(town, f"Nieuw{door}-{counts['joined']}")
            counts["joined"] += 1
        except OperationalError:
            counts["locked"] += 1
        time.sleep(random.uniform(0.02, 0.1))
    return {"counts": counts, "settled": []}


if __name__ == "__main__":
    sys.exit(main())
