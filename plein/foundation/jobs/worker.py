"""The process that works: each lane in a thread of its own, until it is told to stop."""

import os
import signal
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FrameType

import structlog
from django.db import close_old_connections, connections

Step = Callable[[], bool]
"""Does a piece of work; False when there was nothing to do."""

log = structlog.get_logger(__name__)


@dataclass
class Lane:
    name: str
    step: Step
    interval: float = 0.1


@dataclass
class Worker:
    lanes: list[Lane]
    starts: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    stopping: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Work until a signal comes; then finish what is in hand and go."""
        threads = [
            threading.Thread(target=self._work, args=(lane,), name=lane.name) for lane in self.lanes
        ]
        for thread in threads:
            thread.start()
        threading.Thread(target=self._warm_up, name="start", daemon=True).start()
        log.info("worker.started", lanes=[lane.name for lane in self.lanes])
        for thread in threads:
            while thread.is_alive():  # With a limit, so that signals are heard in between.
                thread.join(1)
        log.info("worker.stopped")

    def listen_to_signals(self) -> None:
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopping.is_set():
            os._exit(1)  # Asked twice: at once. The leases bring back what was in hand.
        self.stopping.set()

    def _work(self, lane: Lane) -> None:
        try:
            while not self.stopping.is_set():
                close_old_connections()
                if not self._one_step(lane):
                    self.stopping.wait(lane.interval)
        finally:
            connections.close_all()

    def _warm_up(self) -> None:
        """A failure is told, and costs only the time that was to be saved."""
        for name, start in self.starts.items():
            try:
                start()
            except Exception as error:
                log.error(  # noqa: TRY400
                    "worker.start_stumbled", start=name, reason=type(error).__qualname__
                )
            finally:
                connections.close_all()

    def _one_step(self, lane: Lane) -> bool:
        try:
            return lane.step()
        except Exception as error:
            # A database that is away for a moment, most often. The work itself is in the tables.
            # Not the text of the error: it may hold what somebody wrote.
            log.error(  # noqa: TRY400
                "lane.stumbled", lane=lane.name, reason=type(error).__qualname__
            )
            connections.close_all()
            self.stopping.wait(1)
            return False
