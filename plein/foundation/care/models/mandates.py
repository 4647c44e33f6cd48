"""On whose word a professional asks, until when, and who took it over."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.care.models.clients import Client
from plein.foundation.care.models.ways import Consent
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class MandateQuerySet(models.QuerySet["Mandate"]):
    def standing(self) -> Self:
        """What counts today."""
        return self.filter(ended_at=None, ends_on__gte=timezone.localdate())


class Mandate(models.Model):
    """A client lets a professional ask for them: for what, how they said so, until when."""

    class Scope(models.TextChoices):
        ONE = "one", _("One ask")
        SEVERAL = "several", _("Several asks")

    class Representative(models.TextChoices):
        NOBODY = "", _("The client")
        MENTOR = "mentor", _("A mentor")
        CURATOR = "curator", _("A guardian (curator)")
        AUTHORISED = "authorised", _("Somebody with a written authorisation")
        PARENT = "parent", _("A parent")

    class Ended(models.TextChoices):
        OVER = "over", _("Its time is over")
        WITHDRAWN = "withdrawn", _("Taken back")
        TAKEN_OVER = "taken_over", _("The client asks without somebody in between now")
        GONE = "gone", _("The client died or moved away")
        NOT_ADMITTED = "not_admitted", _("The professional does not work here any more")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, models.CASCADE, related_name="mandates")
    professional = models.ForeignKey(Member, models.PROTECT, related_name="+")
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.SEVERAL)
    consent = models.CharField(max_length=8, choices=Consent.choices)
    given_by = models.CharField(
        max_length=12, choices=Representative.choices, blank=True, help_text="Who said yes."
    )
    given_on = models.DateField()
    ends_on = models.DateField()
    may_give_address = models.BooleanField(default=False)
    may_give_phone = models.BooleanField(default=False)
    may_name_organisation = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=12, choices=Ended.choices, blank=True)
    card_digest = models.CharField(max_length=64, blank=True, db_index=True)
    card_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MandateQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="")
                | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="mandate_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("given_on")), name="mandate_ends_after_it_began"
            ),
        ]
        indexes: ClassVar = [models.Index("town", "ends_on", name="mandate_by_end")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def stands(self) -> bool:
        return self.ended_at is None and self.ends_on >= timezone.localdate()


class Handover(models.Model):
    """A colleague took a mandate over, and why. Reasons are chosen, so no care stands in them."""

    class Reason(models.TextChoices):
        HOLIDAY = "holiday", _("Holiday")
        ILL = "ill", _("Illness of the professional")
        OTHER_WORK = "other_work", _("Other work")
        OTHER_TEAM = "other_team", _("Another team helps the client now")
        CLIENT = "client", _("The client wanted so")
        LEFT = "left", _("The professional does not work here any more")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    taker = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.pk)
