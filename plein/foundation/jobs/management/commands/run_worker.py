from datetime import timedelta
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from plein.foundation.jobs import registry, running
from plein.foundation.jobs.clock import ring
from plein.foundation.jobs.worker import Lane, Worker


class Command(BaseCommand):
    help = "Run what waits: tasks, changes and messages. Stop it with SIGTERM or Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--clock", action="store_true", help="be the clock as well")
        parser.add_argument(
            "--lease",
            type=float,
            default=running.LEASE.total_seconds(),
            help="seconds after which the work of a lost worker is taken over (%(default)s)",
        )

    def handle(self, *, clock: bool, lease: float, **_options: Any) -> None:
        held = timedelta(seconds=lease)
        lanes = [Lane("tasks", partial(running.tasks_step, held))]
        lanes += [Lane(name, partial(step, held)) for name, step in registry.lanes.items()]
        if clock:
            lanes.append(Lane("clock", ring, interval=1))
        worker = Worker(lanes, registry.starts)
        worker.listen_to_signals()
        worker.run()
