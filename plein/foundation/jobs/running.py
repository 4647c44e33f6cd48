"""Doing the work that waits: tasks are taken, run and taken away."""

from datetime import timedelta
from functools import partial
from time import monotonic
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.utils import timezone

from plein.foundation.jobs import leases, registry
from plein.foundation.jobs.changes import hand_out_changes
from plein.foundation.jobs.models import Task

LEASE = timedelta(seconds=30)
MOST_LOSSES = 20
LONG = 2.0
"""Seconds: on SQLite nobody else writes while a task runs in its transaction."""

log = structlog.get_logger(__name__)


class TaskIsLost(Exception):
    """Our lease ended and somebody else has taken the task."""


class NobodyKnows(LookupError):
    """No code answers to this name."""


def take_task(lease: timedelta = LEASE) -> Task | None:
    """Hold the first task that is due. When its holder is lost, it is due again."""
    if not Task.objects.due().exists():
        return None
    with transaction.atomic():
        due = Task.objects.due().select_for_update(skip_locked=True).order_by("due_at")
        task = due.first()
        if task is None:
            return None
        if task.held_by:
            task.losses += 1
        if task.losses > MOST_LOSSES:
            _bury(task, "WorkerLost")
            return None
        task.held_by, task.due_at = uuid4(), timezone.now() + lease
        task.save(update_fields=["held_by", "due_at", "losses"])
    return task


def run_task(task: Task, lease: timedelta = LEASE, *, strict: bool = False) -> None:
    """Run a task we hold, and put away how it went."""
    try:
        handler = _handler(task)
        if handler.outside:
            with leases.renewing(task, lease):
                handler.work(*task.args)
            _finish(task)
        else:
            _run_inside(task, handler)
    except TaskIsLost:
        log.warning("task.lost", task=task.name)
    except Exception as error:
        if strict:
            raise
        _fail(task, error)


def _handler(task: Task) -> registry.Handler:
    try:
        return registry.handlers[task.name]
    except KeyError:
        raise NobodyKnows(task.name) from None


def _run_inside(task: Task, handler: registry.Handler) -> None:
    begun = monotonic()
    _run_as_one(task, handler)
    if (took := monotonic() - begun) > LONG:
        log.warning("task.long", task=task.name, seconds=round(took, 1))


@transaction.atomic
def _run_as_one(task: Task, handler: registry.Handler) -> None:
    """The work and the removal of its task are one: done once, or not yet."""
    mine = Task.objects.select_for_update().filter(pk=task.pk, held_by=task.held_by)
    if not mine.exists():
        raise TaskIsLost
    handler.work(*task.args)
    _finish(task)


def _finish(task: Task) -> None:
    if not Task.objects.filter(pk=task.pk, held_by=task.held_by).delete()[0]:
        raise TaskIsLost


def _fail(task: Task, error: Exception) -> None:
    """Try again later, each time later; after the last try it is dead and waits for a person."""
    handler = registry.handlers.get(task.name)
    task.tries += 1
    # The kind of error only: its text may hold what somebody wrote.
    reason = f"{type(error).__module__}.{type(error).__qualname__}"
    log.error("task.failed", task=task.name, tries=task.tries, reason=reason)
    if task.tries >= (handler.tries if handler else 5):
        _bury(task, reason)
    else:
        _put_back(task, task.held_by, reason)


def _put_back(task: Task, held_by: UUID | None, reason: str) -> None:
    wait = timedelta(seconds=min(3600, 5 * 4 ** (task.tries - 1)))
    Task.objects.filter(pk=task.pk, held_by=held_by).update(
        held_by=None, due_at=timezone.now() + wait, tries=task.tries, error=reason[:200]
    )


def _bury(task: Task, reason: str) -> None:
    log.error("task.dead", task=task.name, reason=reason)
    Task.objects.filter(pk=task.pk, held_by=task.held_by).update(
        held_by=None, dead_at=timezone.now(), tries=task.tries, error=reason[:200]
    )


def tasks_step(lease: timedelta = LEASE, *, strict: bool = False) -> bool:
    """One round of the worker: all changes, then one task."""
    while hand_out_changes():
        pass
    task = take_task(lease)
    if task:
        run_task(task, lease, strict=strict)
    return task is not None


def run_pending(*, strict: bool = True) -> int:
    """Do all that is due, here and now, for tests and journeys. Returns how much was done."""
    done = 0
    steps: list[registry.Lane] = [partial(tasks_step, strict=strict), *registry.lanes.values()]
    while any(step(LEASE) for step in steps):
        done += 1
    return done
