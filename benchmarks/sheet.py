"""A spreadsheet of 5,000 organisations: tried row by row, taken over and taken back.

The bar is 60 seconds from the file to the map, told by the work of this process and by the clock.
Reading tells how far it is after every 250 rows, writing after every 100. What is on the map gets
findable afterwards, change by change: --index tells how long that takes.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.drills.databases import fresh_database

ROWS, MOST_SECONDS = 5_000, 60.0
HEADER = (
    "Naam;Wat doet het;KVK-nummer;Telefoon;E-mail;Website;Straat en nummer;Postcode;Plaats;"
    "Openingstijden"
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench sheet", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--index", action="store_true", help="and make it findable")
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with fresh_database(postgres=options.postgres, settings="plein.config.settings"):
        return _measure(options.rows, index=options.index)


def _measure(rows: int, *, index: bool) -> int:
    from plein.features.directory.actions import lists
    from plein.foundation import jobs
    from plein.foundation.communities.actions.founding import first_manager, found_town

    town = found_town("Waterdrecht", "localhost")
    mila = first_manager(town, "mila@waterdrecht.example", name="Mila")
    kept: Any = lists.upload(town, _sheet(rows), name="lijst.csv", take_over=True, by=mila)
    worked = _step("read and tried", lambda: lists.read(kept.pk))
    kept.refresh_from_db()
    lists.begin_taking_over(kept, by=mila)
    worked += _step("taken over", lambda: lists.take_over(kept.pk))
    there = kept.rows.exclude(version=None).count()
    asked = kept.rows.filter(outcome="perhaps").count()
    print(
        f"  {rows:,} rows: {there:,} on the map, {asked} wait for a person (perhaps known);"
        f" {worked:.1f} s of work, at most {MOST_SECONDS:.0f}"
    )
    if index:
        _step("in the index", jobs.run_pending)
    lists.begin_undoing(kept, by=mila)
    _step("taken back", lambda: lists.undo(kept.pk))
    return int(worked > MOST_SECONDS or there + asked < rows)


def _step(name: str, work: Callable[[], object]) -> float:
    """Seconds of work."""
    clock, worked = time.perf_counter(), time.process_time()
    work()
    worked, clock = time.process_time() - worked, time.perf_counter() - clock
    print(f"  {name:<16} {worked:6.1f} s of work, {clock:6.1f} s by the clock", flush=True)
    return worked


def _sheet(rows: int) -> bytes:
    """As people keep them: semicolons, Windows' letters, and here and there something missing."""
    chance = random.Random(1)
    kinds = ("Koor", "Club", "Café", "Stichting", "Vereniging", "Huis", "Bureau", "Werkplaats")
    names = ("De Vink", "Samen", "Zonnehoek", "'t Anker", "De Brug", "Ons Genoegen", "Élan")
    lines = [HEADER]
    for number in range(rows):
        cells = [
            f"{chance.choice(kinds)} {chance.choice(names)} {number}",
            "Voor wie mee wil doen, elke week",
            f"{10_000_000 + number * 7}" if number % 3 else "",
            f"0184 {100_000 + number % 800_000}",
            f"info{number}@vereniging.example" if number % 2 else "",
            f"www.vereniging{number}.example" if number % 5 else "",
            f"Dijk {number % 200 + 1}",
            f"{4200 + number % 80}{chance.choice('ABCDEF')}{chance.choice('GHJKL')}",
            "Waterdrecht",
            chance.choice(("ma 20-22", "di en do 9.00-12.00", "")),
        ]
        lines.append(";".join(cells))
    return "\r\n".join(lines).encode("cp1252")


if __name__ == "__main__":
    sys.exit(main())
