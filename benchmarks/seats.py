"""Fifty people press at once for the last ten seats, round after round, some killed half-way.

Ten seats given, never eleven; nobody who was told yes is lost; the waiting list in order.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Callable

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

    start, killed = time.monotonic(), 0
    wrong = {"overbooked": 0, "lost": 0, "out of order": 0, "left empty": 0}
    warm_up()
    for number in range(rounds):
        club = new_round(SEATS)
        told = _all_at_once(club.press)
        killed += CLIENTS - len(told)
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


def _all_at_once(press: Callable[[int], None]) -> set[int]:
    """Who came home with an answer; the others were killed."""
    from plein.testing.together import let_go_of_database

    let_go_of_database()
    gate, hold = os.pipe()
    children = {_child(press, number, gate, hold): number for number in range(CLIENTS)}
    os.close(gate)
    os.close(hold)  # everybody starts
    time.sleep(random.uniform(0, 0.4))
    for child in random.sample(list(children), SOME):
        os.kill(child, signal.SIGKILL)
    ends = {number: os.waitpid(child, 0)[1] for child, number in children.items()}
    return {number for number, end in ends.items() if end == 0}


def _child(press: Callable[[int], None], number: int, gate: int, hold: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.close(hold)
        os.read(gate, 1)
        press(number)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
