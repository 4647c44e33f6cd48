"""One time that an activity happens; or, without a day, all of it."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.activities.models.activity import Activity
from plein.foundation.communities.models import Community
from plein.lib.keys import uuid7

WHOLE = "alles"
"""In an address, instead of a day: the whole series, or what has no date."""


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def upcoming(self) -> Self:
        """Not over yet; what lasts counts until its end."""
        now = timezone.now()
        lasts = Q(ends_at__gte=now) | Q(ends_at=None, starts_at__gte=now - timedelta(hours=2))
        return self.filter(lasts)

    def upcoming_or_whole(self) -> Self:
        return self.filter(Q(day=None) | Q(starts_at__gte=timezone.now()))

    def happening(self) -> Self:
        return self.filter(state=Occurrence.State.PLANNED)


class Occurrence(models.Model):
    """A date of an activity. The row on which seats are given out, one by one."""

    class State(models.TextChoices):
        PLANNED = "planned", _("It goes on")
        CANCELLED = "cancelled", _("It does not go on")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="occurrences")
    day = models.DateField(null=True, blank=True, help_text="In the plan; empty: the whole.")
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    all_day = models.BooleanField(default=False)
    moved = models.BooleanField(default=False, help_text="Another day or time than in the plan.")
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    words = models.CharField(max_length=200, blank=True, help_text="Why, or what is different.")
    sequence = models.PositiveIntegerField(default=0)
    seats = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: no end to it.")
    taken = models.PositiveIntegerField(default=0)
    numbered = models.PositiveIntegerField(default=0, help_text="The last number given out.")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "activity", "day", name="occurrence_once"),
            models.UniqueConstraint(
                "town", "activity", condition=Q(day=None), name="occurrence_whole_once"
            ),
            models.CheckConstraint(
                condition=Q(seats=None) | Q(taken__lte=F("seats")),
                name="occurrence_never_overbooked",
            ),
            models.CheckConstraint(
                condition=Q(day=None, starts_at=None)
                | Q(day__isnull=False, starts_at__isnull=False),
                name="occurrence_has_a_time_or_is_the_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index("town", "starts_at", name="occurrence_by_time"),
            models.Index("activity", "starts_at", name="occurrence_of_activity"),
        ]

    def __str__(self) -> str:
        return self.when

    @property
    def when(self) -> str:
        """As it stands in an address."""
        return self.day.isoformat() if self.day else WHOLE

    @property
    def is_whole(self) -> bool:
        return self.day is None

    @property
    def happens(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def local_start(self) -> datetime | None:
        return timezone.localtime(self.starts_at) if self.starts_at else None

    @property
    def local_end(self) -> datetime | None:
        return timezone.localtime(self.ends_at) if self.ends_at else None

    @property
    def shown_day(self) -> date | None:
        """The day on which it really happens."""
        return self.local_start.date() if self.local_start else None

    @property
    def is_over(self) -> bool:
        end = self.ends_at or self.starts_at
        return end is not None and end < timezone.now()

    @property
    def left(self) -> int | None:
        """Seats that nobody has; None: there is no end to them."""
        return None if self.seats is None else max(self.seats - self.taken, 0)

    @property
    def is_full(self) -> bool:
        return self.left == 0
