"""Asking for work. Both write a row in the current transaction: rolled back means never asked."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from plein.foundation.jobs.models import Change, Task


def later(name: str, *args: object, at: datetime | None = None) -> Task:
    """Run the task called `name` soon, or not before `at`. Its arguments arrive as text."""
    return Task.objects.create(
        name=name, args=[str(arg) for arg in args], due_at=at or timezone.now()
    )


def changed(kind: str, pk: object) -> None:
    """Tell everybody who listens to `kind` that this one is not what it was."""
    Change.objects.create(kind=kind, about=str(pk))


def changed_many(kind: str, pks: Iterable[object]) -> None:
    Change.objects.bulk_create((Change(kind=kind, about=str(pk)) for pk in pks), batch_size=500)
