"""Matchpoints, the screens that are open there today, who sits at one now, and slips."""

import re
from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.bridges.matchpoint.pictures import PICTURES
from plein.foundation.communities.models import Community, Member
from plein.lib.codes import short_code
from plein.lib.keys import uuid7

SITS_FOR = timedelta(minutes=10)
"""Without a sign of life the server forgets who sat there; the page itself is much quicker."""


def new_key() -> str:
    return short_code(12)


class Matchpoint(models.Model):
    """A table in a library or community centre with a screen, and a host beside it."""

    class Paper(models.TextChoices):
        SLIP = "slip", _("Receipt printer, 80 mm")
        A6 = "a6", _("Ordinary printer, A6")
        CARD = "card", _("No printer: we write on a card")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    walk_in = models.CharField(max_length=200, help_text="Where it is, and when somebody is there.")
    phone = models.CharField(max_length=20)
    paper = models.CharField(max_length=4, choices=Paper.choices, default=Paper.CARD)
    key = models.CharField(max_length=12, default=new_key, editable=False)
    pin = models.CharField(max_length=128, help_text="Hashed.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "key", name="matchpoint_key_once_in_town"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def calling(self) -> str:
        """When its number is answered, in words; only when it is the number of the place."""
        digits = [re.sub(r"\D", "", number) for number in (self.phone, self.community.phone)]
        return self.community.calling if digits[0] == digits[1] else ""


class DeviceQuerySet(models.QuerySet["Device"]):
    def open(self) -> Self:
        return self.filter(until__gt=timezone.now(), matchpoint__closed_at=None)


class Device(models.Model):
    """A screen that a host opened for today. Knows nobody who sits at it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    matchpoint = models.ForeignKey(Matchpoint, models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64, help_text="Of the secret in its cookie.")
    host = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    objects = DeviceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "digest", name="device_once_in_town"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SittingQuerySet(models.QuerySet["Sitting"]):
    def alive(self) -> Self:
        return self.filter(seen_at__gt=timezone.now() - SITS_FOR)


class Sitting(models.Model):
    """Who sits at a screen now, and what they typed so far. The browser keeps nothing of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    device = models.ForeignKey(Device, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    found = models.JSONField(
        default=dict, help_text="What they look for together, and what lies on their list."
    )
    asked_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(default=timezone.now)

    objects = SittingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "device", name="one_sitting_at_a_device"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Slip(models.Model):
    """What somebody takes home. With its code and picture their asks open at any matchpoint."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    matchpoint = models.ForeignKey(Matchpoint, models.SET_NULL, null=True, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, help_text="Of the code; the code itself is not kept.")
    picture = models.CharField(max_length=16, choices=list(PICTURES.items()))
    made_at = models.DateTimeField(default=timezone.now)
    lost_digest = models.CharField(
        max_length=64,
        blank=True,
        help_text="Of a slip said to be lost: who still has it hears that.",
    )
    tried_at = models.DateTimeField(
        null=True, help_text="Somebody without the slip tried to open it, in vain."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "digest", name="slip_code_once_in_town"),
            models.UniqueConstraint("town", "member", name="one_slip_of_a_member"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
