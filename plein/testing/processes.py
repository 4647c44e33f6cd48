"""Many processes at the same moment, and the hand that kills some of them half-way."""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

from django.db import connection

from plein.testing.together import let_go_of_database

KILLED = -signal.SIGKILL
LONGEST = 120
"""Seconds; who waits longer is stuck, and that is told."""
BETWEEN_KILLS = 0.06
"""At most so many seconds, so that the kills fall all over the rush."""


def all_at_once(number: int, work: Callable[[int], Any], *, kills: int = 0) -> list[int]:
    """`work(n)` in that many children of this warm process; how each of them ended.

    `kills` of them are killed at a moment that nobody can foresee, as long as any still runs.
    """
    let_go_of_database()
    gate, hold = os.pipe()
    children = [_child(work, n, gate, hold) for n in range(number)]
    os.close(gate)
    os.close(hold)  # everybody starts
    ends: dict[int, int] = {}
    for _ in range(kills):
        time.sleep(random.uniform(0, BETWEEN_KILLS))
        _kill_one(children, ends)
    for child in children:
        if child not in ends:
            ends[child] = os.waitpid(child, 0)[1]
    return [os.waitstatus_to_exitcode(ends[child]) for child in children]


def dying_at_query(number: int, work: Callable[[], Any]) -> None:
    """Do `work`, but die as by `kill -9` when it comes to that question to the database."""
    left = number

    def count(execute: Callable[..., Any], *asked: Any) -> Any:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*asked)

    with connection.execute_wrapper(count):
        work()


def _kill_one(children: list[int], ends: dict[int, int]) -> None:
    """Somebody who still runs; who is ready has been told already."""
    for child in random.sample(children, len(children)):
        if child in ends:
            continue
        ready, end = os.waitpid(child, os.WNOHANG)
        if ready:
            ends[child] = end
            continue
        os.kill(child, signal.SIGKILL)
        ends[child] = os.waitpid(child, 0)[1]
        return


def _child(work: Callable[[int], Any], number: int, gate: int, hold: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    signal.alarm(LONGEST)
    try:
        os.close(hold)
        os.read(gate, 1)  # returns when the parent hangs up
        work(number)
        code = 0
    except BaseException:
        traceback.print_exc()  # or nobody would know why
    finally:
        sys.stderr.flush()
        os._exit(code)
