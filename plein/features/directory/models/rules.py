"""Who is let in, how often we ask, and the invitations to keep one's own page."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.directory.models.entries import Entry
from plein.features.directory.models.keeping import Contact
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class AdmissionRules(models.Model):
    """What a town says about who stands on its map, and who decides that (MAP-4)."""

    class Decides(models.TextChoices):
        MANAGER = "manager", _("the community manager")
        STEWARD = "steward", _("the steward of the theme")

    class Rhythm(models.IntegerChoices):
        YEARLY = 12, _("once a year")
        HALF = 6, _("twice a year")
        QUARTERLY = 3, _("four times a year")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    text = models.TextField(max_length=3000, blank=True)
    decides = models.CharField(max_length=8, choices=Decides.choices, default=Decides.MANAGER)
    rhythm = models.PositiveSmallIntegerField(choices=Rhythm.choices, default=Rhythm.YEARLY)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("town", name="admission_rules_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Campaign(models.Model):
    """One round of invitations: please look at your page, and keep it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    words = models.TextField(max_length=1500, help_text="In our own words, above the link.")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """What became of the invitation of one organisation."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="invitations")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="invitations")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "campaign", "entry", name="campaign_invitation_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
