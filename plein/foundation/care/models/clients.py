"""A caseload, the team that keeps it, and the people in it. Nobody else can see these."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.care.models.agreements import Agreement
from plein.foundation.care.models.ways import Consent
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class Caseload(models.Model):
    """The clients of one team. The care organisation is the controller of what stands in it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="caseloads")
    name = models.CharField(max_length=60, help_text="Of the team.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "agreement", "name", name="caseload_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Teammate(models.Model):
    """A professional who works with a caseload."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    caseload = models.ForeignKey(Caseload, models.CASCADE, related_name="team")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "caseload", "member", name="teammate_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Client(models.Model):
    """Somebody in care, for whom a professional asks. How to reach them, and nothing of care."""

    class Channel(models.TextChoices):
        PROFESSIONAL = "professional", _("Through the professional")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("By post")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    caseload = models.ForeignKey(Caseload, models.PROTECT, related_name="clients")
    home = models.ForeignKey(Community, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80, help_text="Working name.")
    phone = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=120, blank=True, help_text="How to reach: call after ten.")
    channel = models.CharField(max_length=12, choices=Channel.choices, default=Channel.PROFESSIONAL)
    consent = models.CharField(max_length=8, choices=Consent.choices)
    consented_on = models.DateField(help_text="The client said yes to standing in this list.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    gone_at = models.DateTimeField(null=True, blank=True, help_text="Everything stopped then.")
    gone_because = models.CharField(max_length=10, choices=Member.Gone.choices, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index("town", "caseload", "name", name="client_by_name")]

    def __str__(self) -> str:
        return str(self.pk)
