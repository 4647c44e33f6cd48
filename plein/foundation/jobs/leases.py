"""Keeping hold of a task while it runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from plein.foundation.jobs.models import Task


@contextmanager
def renewing(task: Task, lease: timedelta) -> Iterator[None]:
    """A thread moves the end of the lease ahead, three times per lease."""
    if connection.in_atomic_block:  # Under a test there is one connection, and one process.
        yield
        return
    finished = threading.Event()
    thread = threading.Thread(target=_renew, args=(task, lease, finished), daemon=True)
    thread.start()
    try:
        yield
    finally:
        finished.set()
        thread.join()


def _renew(task: Task, lease: timedelta, finished: threading.Event) -> None:
    held = Task.objects.filter(pk=task.pk, held_by=task.held_by)
    while not finished.wait(lease.total_seconds() / 3):
        try:
            held.update(due_at=timezone.now() + lease)
        except DatabaseError:
            connection.close()  # Next time better; without it the lease just ends.
    connection.close()
