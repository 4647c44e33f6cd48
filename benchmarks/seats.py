"""Fifty people press at once for the last ten seats, round after round, some killed half-way.

Ten seats given, never eleven; nobody who was told yes is lost; the waiting list in order.
"""

import argparse
import sys
import time

from benchmarks.drills.databases import fresh_database

CLIENTS, SEATS = 50, 10
SOME = 10
"""So many of the fifty are killed at a moment that nobody can foresee."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench seats", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with fresh_database(postgres=options.postgres, settings="plein.config.settings"):
        return drill(options.rounds)


def drill(rounds: int) -> int:
    from django.db import connection

    from benchmarks.drills.club import new_round, warm_up
    from plein.testing.processes import KILLED, all_at_once

    start, killed = time.monotonic(), 0
    wrong = {"broken": 0, "overbooked": 0, "lost": 0, "out of order": 0, "left empty": 0}
    warm_up()
    for number in range(rounds):
        club = new_round(SEATS)
        ends = all_at_once(CLIENTS, club.press, kills=SOME)
        killed += ends.count(KILLED)
        told = {number for number, end in enumerate(ends) if end == 0}
        wrong["broken"] += CLIENTS - len(told) - ends.count(KILLED)
        for what, count in club.compare(told).items():
            wrong[what] += count
        if number % 5 == 4:
            print(f"  {number + 1} rounds, {time.monotonic() - start:.0f} s", flush=True)
    print(
        f"{connection.vendor}: {rounds} rounds of {CLIENTS} on {SEATS} seats, {killed} killed, "
        f"{time.monotonic() - start:.0f} s; "
        + ", ".join(f"{what} {count}" for what, count in wrong.items())
    )
    return int(any(wrong.values()))


if __name__ == "__main__":
    sys.exit(main())
