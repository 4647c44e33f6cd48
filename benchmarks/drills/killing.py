"""Workers as processes of their own, and the hand that kills them."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import connections

LEASE = 1.0


@dataclass
class Workers:
    """Some running workers; a killed one is replaced."""

    count: int = 2
    running: list[int] = field(default_factory=list)
    kills: int = 0

    def start(self) -> None:
        while len(self.running) < self.count:
            self.running.append(_start_worker())

    def kill_one(self) -> None:
        victim = random.choice(self.running)
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        self.running.remove(victim)
        self.kills += 1
        self.start()

    def stop(self) -> None:
        """Ask kindly, and wait."""
        for worker in self.running:
            os.kill(worker, signal.SIGTERM)
        for worker in self.running:
            os.waitpid(worker, 0)
        self.running.clear()


def kill_many(workers: Workers, kills: int, feed: Callable[[], None]) -> None:
    """Give work and kill, at moments nobody can foresee."""
    workers.start()
    while workers.kills < kills:
        feed()
        time.sleep(random.uniform(0.02, 0.2))
        workers.kill_one()


def wait_until(ready: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.2)
    return False


def _start_worker() -> int:
    # A connection must not be shared by two processes.
    connections.close_all()
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        random.seed()
        call_command("run_worker", lease=LEASE)
    finally:
        os._exit(0)
