"""Rows that wait for the worker. They know no towns: ids and names of tasks only."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone

from plein.lib.keys import uuid7


class TaskQuerySet(models.QuerySet["Task"]):
    def alive(self) -> Self:
        return self.filter(dead_at=None)

    def due(self) -> Self:
        return self.alive().filter(due_at__lte=timezone.now())

    def untouched(self) -> Self:
        """Waiting, not taken by a worker and never tried before."""
        return self.alive().filter(held_by=None, tries=0)

    def held(self) -> Self:
        return self.alive().exclude(held_by=None)

    def dead(self) -> Self:
        return self.exclude(dead_at=None)


class Task(models.Model):
    """Code to run later, by name. A finished task is gone; one that kept failing is dead.

    A worker holds a task by moving `due_at` ahead: when it dies, the task is due again by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=100)
    args = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    held_by = models.UUIDField(null=True, help_text="One taking of it; a later taking has another.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it failed.")
    losses = models.PositiveSmallIntegerField(default=0, help_text="How often its worker died.")
    dead_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True, help_text="Kind of error and where.")

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="task_due", condition=models.Q(dead_at=None)),
            models.Index(fields=["name", "due_at"], name="task_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """A row that wakes listeners. Many changes of one thing are told once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=100)
    about = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"


class Alarm(models.Model):
    """When the clock starts a task the next time."""

    name = models.CharField(primary_key=True, max_length=100)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class OnceKeyQuerySet(models.QuerySet["OnceKey"]):
    def stale(self) -> Self:
        return self.filter(made_at__lt=timezone.now() - timedelta(days=2))


class OnceKey(models.Model):
    """A form that was sent in. The same form again leads to the same place."""

    key = models.CharField(primary_key=True, max_length=64)
    url = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = OnceKeyQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key
