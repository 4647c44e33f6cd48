"""What the house does for itself: sealing the audit, sweeping, counting, forgetting."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from plein.foundation import audit
from plein.foundation.jobs import registry
from plein.foundation.jobs.actions import changed_many, later
from plein.foundation.jobs.models import OnceKey, Task
from plein.lib.counting import count_rows

KEPT_DEAD = timedelta(days=60)


@registry.every(minutes=1, outside=True)
def seal_audit() -> None:
    audit.seal()


@registry.daily(at="03:15")
def sweep_everything() -> None:
    for name in registry.sweeps:
        later("jobs.sweep_one", name)


@registry.task("jobs.sweep_one", outside=True)
def sweep_one(name: str) -> None:
    kind, find = registry.sweeps[name]
    changed_many(kind, find() or ())


@registry.every(minutes=60, outside=True)
def count_what_is_there() -> None:
    """PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        count_rows()


@registry.every(minutes=60)
def forget_form_keys() -> None:
    OnceKey.objects.stale().delete()


@registry.daily(at="03:45")
def forget_dead_tasks() -> None:
    Task.objects.dead().filter(dead_at__lt=timezone.now() - KEPT_DEAD).delete()
