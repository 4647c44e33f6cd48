from typing import Any

from django.core.management.base import BaseCommand

from plein.foundation.jobs.clock import ring
from plein.foundation.jobs.worker import Lane, Worker


class Command(BaseCommand):
    help = "Start what comes round again: reminders, nightly sweeps, retention."

    def handle(self, **_options: Any) -> None:
        worker = Worker([Lane("clock", ring, interval=1)])
        worker.listen_to_signals()
        worker.run()
