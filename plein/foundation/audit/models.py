"""Lines that say who did what. Written once, never changed; plain ids, so every floor may write."""

from typing import Any, ClassVar, NoReturn, Self
from uuid import UUID

from django.db import models
from django.utils import timezone

from plein.lib.keys import uuid7

INSTALLATION = UUID(int=0)
"""The "town" of what concerns the whole installation."""


class AppendOnly(Exception):
    """A line of the audit is never changed and never thrown away."""


class RecordQuerySet(models.QuerySet["Record"]):
    def about(self, obj: models.Model) -> Self:
        return self.filter(about_kind=obj._meta.label_lower, about_id=obj.pk)

    def in_town(self, town_id: UUID) -> Self:
        return self.filter(town_id=town_id)

    def unsealed(self) -> Self:
        return self.filter(number=None)

    def update(self, **_values: Any) -> NoReturn:
        raise AppendOnly

    def bulk_update(self, *_args: Any, **_options: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly

    def _raw_delete(self, _using: str | None) -> NoReturn:
        raise AppendOnly


class Record(models.Model):
    """One thing that somebody did. Names are looked up when shown, so they are not in here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town_id = models.UUIDField(default=INSTALLATION)
    community_id = models.UUIDField(null=True)
    key = models.CharField(max_length=100, help_text="app.thing.past_tense")
    about_kind = models.CharField(max_length=80, blank=True)
    about_id = models.UUIDField(null=True)
    by_id = models.UUIDField(null=True, help_text="A member; empty when the house did it itself.")
    values = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    # Filled once, by the seal.
    number = models.PositiveBigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "objects"
        indexes: ClassVar = [
            models.Index(fields=["town_id", "about_id", "id"], name="audit_about"),
            models.Index(fields=["town_id", "by_id", "id"], name="audit_by"),
            models.Index(
                fields=["town_id", "id"], name="audit_unsealed", condition=models.Q(number=None)
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["town_id", "number"], name="audit_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.about_id or ''}".strip()

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> NoReturn:
        raise AppendOnly


class Chain(models.Model):
    """How far a town's lines are sealed. The head shows when the last lines were cut off."""

    town_id = models.UUIDField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.town_id} {self.number}"
