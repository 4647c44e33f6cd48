"""Telling those who listen: every change becomes a task for each of them."""

from django.db import transaction
from django.utils import timezone

from plein.foundation.jobs import registry
from plein.foundation.jobs.models import Change, Task

BATCH = 100


def hand_out_changes() -> bool:
    """Make one task per listener of what changed, and remove the changes: all or nothing."""
    if not Change.objects.exists():
        return False
    with transaction.atomic():
        changes = list(Change.objects.select_for_update(skip_locked=True).order_by("id")[:BATCH])
        wanted = dict.fromkeys(
            (name, change.about)
            for change in changes
            for name in registry.listeners.get(change.kind, ())
        )
        names = {name for name, _about in wanted}
        # A task nobody has taken yet will read the present state anyway.
        waiting = Task.objects.untouched().filter(name__in=names, due_at__lte=timezone.now())
        known = {(name, *args) for name, args in waiting.values_list("name", "args")}
        Task.objects.bulk_create(
            Task(name=name, args=[about]) for name, about in wanted if (name, about) not in known
        )
        Change.objects.filter(pk__in=[change.pk for change in changes]).delete()
    return bool(changes)
