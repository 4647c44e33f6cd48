"""What a professional began for a client, and the clock that the professional has (DOOR-3)."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.responses import Response
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class VisitDraft(models.Model):
    """One ask in the making for somebody else, kept when the network fails. One per member for
    a client, and one for somebody near: neither shows in the other's form."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    near = models.BooleanField(default=False, help_text="For family or a neighbour, no client.")
    client = models.UUIDField(null=True, blank=True, help_text="Key only, never a name.")
    answers = models.JSONField(default=dict)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", "near", name="visit_draft_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ReplyClock(models.Model):
    """A helper waits for a word of the professional; then for the team, then the organisation."""

    class Step(models.IntegerChoices):
        PROFESSIONAL = 0, _("Waits for the professional")
        TEAM = 1, _("The team has been asked")
        CONTACT = 2, _("The organisation has been told")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    step = models.PositiveSmallIntegerField(choices=Step.choices, default=Step.PROFESSIONAL)
    due_at = models.DateTimeField(null=True, help_text="Empty: somebody answered.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "response", name="reply_clock_once"),
        ]
        indexes: ClassVar = [models.Index("town", "due_at", name="reply_clock_due")]

    def __str__(self) -> str:
        return f"{self.step} {self.pk}"
