"""What waits for somebody of the place, as rows: made from the matters of every app."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plein.foundation.communities.models import Community, Member
from plein.lib.formality import DUTCH, reading
from plein.lib.keys import uuid7


class Board(models.Model):
    """When the rows of a town were last compared with what the apps say, for each kind."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    compared_at = models.DateTimeField(null=True, help_text="All kinds together.")
    kinds = models.JSONField(default=dict, help_text="{kind: moment}, ISO 8601.")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("town", name="board_once_in_town")]

    def __str__(self) -> str:
        return str(self.pk)


class MatterRow(models.Model):
    """One thing that waits for a person. Its app says what; who takes it is said here."""

    class Because(models.TextChoices):
        NO_ANSWER = "no_answer", _("Nobody answers, I try again")
        AGREED = "agreed", _("We agreed on a later day")
        WAITS = "waits", _("I wait for somebody else")
        TIME = "time", _("I have no time now")

    class Until(models.TextChoices):
        TOMORROW = "tomorrow", pgettext_lazy("until when", "Tomorrow")
        DAYS = "days", _("In three days")
        WEEK = "week", _("In a week")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    about = models.UUIDField()
    area = models.UUIDField(null=True)
    theme = models.CharField(max_length=40, blank=True)
    words = models.JSONField(default=dict, help_text="{language: words}")
    url = models.CharField(max_length=300)
    hurts_from = models.DateTimeField()
    due = models.DateTimeField(null=True)
    layer = models.PositiveSmallIntegerField(help_text="0 today, 1 this week, 2 may rest.")
    urgency = models.PositiveSmallIntegerField(default=50, help_text="The lowest stands first.")
    minutes = models.PositiveSmallIntegerField(default=5)
    only_for = models.TextField(blank=True, help_text="|key|key|; empty: everybody with the right.")
    hidden_from = models.TextField(blank=True, help_text="|key|key|")

    claimed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    handed_to = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    handed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    handed_at = models.DateTimeField(null=True)
    snoozed_until = models.DateTimeField(null=True)
    snoozed_because = models.CharField(max_length=10, choices=Because.choices, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "kind", "about", name="matter_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "layer", "urgency", "hurts_from", name="matter_first"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

    @property
    def said(self) -> str:
        """The words in the language of the reader; Dutch when it has none."""
        return str(self.words.get(reading()) or self.words.get(DUTCH, ""))

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < timezone.now()

    @property
    def is_put_off(self) -> bool:
        """Why it was, is of no use to anybody once it is back."""
        return self.snoozed_until is not None and self.snoozed_until > timezone.now()

    @property
    def is_today(self) -> bool:
        return self.layer == 0
