"""Written agreements with organisations, and who of them was let in (TRUST-8)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Organisation
from plein.lib.keys import uuid7


class Work(models.TextChoices):
    """What sort of care it gives; of some the name alone already tells something of a person."""

    HOME_CARE = "home_care", _("Home care and district nursing")
    WELFARE = "welfare", _("Welfare and social work")
    DISTRICT_TEAM = "district_team", _("District team of the municipality")
    HOUSING = "housing", _("Living and neighbourhood")
    LEARNING = "learning", _("Language and learning")
    DISABILITY = "disability", _("Care for people with a disability")
    MENTAL_HEALTH = "mental_health", _("Mental health care")
    ADDICTION = "addiction", _("Care for people with an addiction")
    DEBT = "debt", _("Help with debts")
    SHELTER = "shelter", _("Shelter")
    YOUTH = "youth", _("Youth care")
    OTHER = "other", _("Something else")


TELLS = ("disability", "mental_health", "addiction", "debt", "shelter", "youth")
"""Work of which the organisation's name never stands with an ask."""


class Agreement(models.Model):
    """A written agreement of a place with an organisation. It counts for all parts of the place."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    place = models.ForeignKey(Community, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    work = models.CharField(max_length=14, choices=Work.choices)
    signed_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The last day it counts.")
    contact_name = models.CharField(max_length=80)
    contact_mail = models.EmailField()
    harmless = models.BooleanField(
        default=False, help_text="Its name with an ask tells nothing about who asks."
    )
    serves = models.PositiveIntegerField(
        default=0, help_text="So many residents of the town it helps, about."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "place", "organisation", name="agreement_once"),
            models.CheckConstraint(
                condition=Q(harmless=False) | ~Q(work__in=TELLS), name="agreement_never_tells"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def counts_on(self, day: date) -> bool:
        return self.signed_on <= day and (self.ends_on is None or self.ends_on >= day)


class Admission(models.Model):
    """A professional of such an organisation, let in after a call back (TRUST-8)."""

    class Found(models.TextChoices):
        SITE = "site", _("On the website of the organisation")
        REGISTER = "register", _("In the trade register")
        GUIDE = "guide", _("In the guide of the municipality")
        KNOWN = "known", _("We knew the number of the organisation already")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="admissions")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    called_on = models.DateField(help_text="The day somebody called the organisation back.")
    called_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    number_found = models.CharField(max_length=8, choices=Found.choices)
    phone = models.CharField(
        max_length=16, help_text="Of work, heard in that call: here the second code arrives."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "agreement", "member", name="admission_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
