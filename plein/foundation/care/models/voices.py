"""Asking for somebody else as family or neighbour: it waits for that person's own yes (TRUST-8)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class Voice(models.Model):
    """A member speaks for somebody near to them. Of that somebody only a phone number is kept,
    and only until they said yes."""

    class Relation(models.TextChoices):
        MOTHER = "mother", _("For my mother")
        FATHER = "father", _("For my father")
        PARTNER = "partner", _("For my partner")
        CHILD = "child", _("For my child")
        FAMILY = "family", _("For somebody of my family")
        NEIGHBOUR = "neighbour", _("For a neighbour or friend")

    class Agreed(models.TextChoices):
        PHONE = "phone", _("Said on the phone")
        CODE = "code", _("With the code we sent")
        CARD = "card", _("With the signed card")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    speaker = models.ForeignKey(Member, models.CASCADE, related_name="+")
    relation = models.CharField(max_length=10, choices=Relation.choices)
    phone = models.CharField(max_length=20, blank=True, help_text="Erased after the yes or no.")
    card_digest = models.CharField(max_length=64, blank=True, db_index=True)
    card_until = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_how = models.CharField(max_length=6, choices=Agreed.choices, blank=True)
    heard_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(agreed_at=None) | Q(phone=""), name="voice_forgets_the_number"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
