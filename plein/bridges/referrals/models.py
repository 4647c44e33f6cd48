"""A slip with a code for something that was chosen together, and how long a place keeps it."""

from datetime import date, timedelta
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plein.foundation.communities.models import Community, Member
from plein.lib import codes
from plein.lib.keys import uuid7

DAYS, LEAST_DAYS, MOST_DAYS = 90, 14, 365


PURPOSE = "plein.referrals.code"


class ReferralQuerySet(models.QuerySet["Referral"]):
    def in_town(self, town_id: object) -> Self:
        return self.filter(town=town_id)

    def standing(self) -> Self:
        """Also before the clock of the night took the others away."""
        return self.filter(ends_on__gt=timezone.localdate())


class Referral(models.Model):
    """Who goes there is not kept: only what was chosen, and by whom it was given."""

    class Echo(models.TextChoices):
        NONE = "", _("Nothing heard yet")
        CAME = "came", pgettext_lazy("with a slip", "Came")
        NOT_YET = "not_yet", _("Not yet")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    digest = models.CharField(
        max_length=64, editable=False, help_text="Of the code; the code itself is not kept."
    )
    about = models.UUIDField(help_text="Key of the activity, organisation or offer.")
    title = models.CharField(max_length=120, help_text="Its name then: it may be over by now.")
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    word = models.CharField(max_length=24, blank=True, help_text="Theirs alone; never a name.")
    echo = models.CharField(max_length=7, choices=Echo.choices, blank=True, default=Echo.NONE)
    made_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(help_text="Erased on this day.")

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "digest", name="referral_code_once_in_town"),
        ]
        indexes: ClassVar = [
            models.Index("town", "by", name="referral_by_giver"),
            models.Index("ends_on", name="referral_to_erase"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("referrals:slip", args=[self.pk])

    @property
    def code(self) -> str:
        """Made again from the key, to print a lost slip once more; of old slips it is not known."""
        code = codes.code_of(PURPOSE, self.pk)
        return code if self.digest == digest_of(self.town_id, code) else ""

    @property
    def shown_code(self) -> str:
        return codes.in_threes(self.code)


def digest_of(town_id: UUID, code: str) -> str:
    return codes.digest(PURPOSE, town_id, code)


class ReferralRules(models.Model):
    """How long a place keeps slips. The nearest community upwards that chose, decides."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    days = models.PositiveSmallIntegerField(default=DAYS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", name="referral_rules_once"),
            models.CheckConstraint(
                condition=Q(days__gte=LEAST_DAYS, days__lte=MOST_DAYS), name="referral_days"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


def last_day(community: Community) -> date:
    """The day on which what is given today is erased."""
    kept = dict(
        ReferralRules.objects.filter(town=community.town_id).values_list("community", "days")
    )
    place: Community | None = community
    while place is not None and place.pk not in kept:
        place = community.tree.all.get(place.parent_id) if place.parent_id else None
    days = kept[place.pk] if place else DAYS
    return timezone.localdate() + timedelta(days=days)
