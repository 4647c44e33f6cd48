"""Organisations as actors: who they are, and who may speak for them."""

from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Content, Member
from plein.lib import codes
from plein.lib.keys import uuid7


class Sector(models.TextChoices):
    """What sort of organisation it is, in the words of somebody who passes by."""

    CARE = "care", _("Care and health")
    WELFARE = "welfare", _("Welfare and support")
    NEIGHBOURS = "neighbours", _("Neighbours together")
    FAITH = "faith", _("Church, mosque and belief")
    SPORT = "sport", _("Sport and exercise")
    CULTURE = "culture", _("Music, art and hobby")
    SCHOOL = "school", _("School and childcare")
    NATURE = "nature", _("Green and animals")
    COUNTER = "counter", _("Municipality and counters")
    HOUSING = "housing", _("Living")
    OTHER = "other", _("Something else")


class Organisation(Content):
    """A club, church, care provider or shop that does something for the neighbourhood."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80)
    line = models.CharField(max_length=200, blank=True, help_text="What it does, in one line.")
    kvk = models.CharField(max_length=8, blank=True, help_text="Number in the Handelsregister.")
    sector = models.CharField(max_length=12, choices=Sector.choices, blank=True)
    informal = models.BooleanField(default=False, help_text="Run by volunteers or neighbours.")
    insures = models.BooleanField(default=False, help_text="Insures who helps, as it says itself.")
    admitted_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", help_text="It was twice."
    )

    class Meta(Content.Meta):
        constraints: ClassVar = [
            *Content.Meta.constraints,
            models.UniqueConstraint("town", "slug", name="organisation_slug_once_in_town"),
        ]
        indexes: ClassVar = [models.Index("town", "kvk", name="organisation_by_kvk")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_on_the_map(self) -> bool:
        return self.admitted_at is not None and self.hidden_at is None


class Editor(models.Model):
    """A member who may speak for an organisation. A coordinator may make others editor."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="editors")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    coordinator = models.BooleanField(default=False)
    greets_at = models.DateTimeField(
        null=True, blank=True, help_text="A manager trusts this person to meet new people."
    )
    greets_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "organisation", "member", name="editor_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


GOOD_FOR = timedelta(days=7)
"""So long a code works, and so long a week is."""

PURPOSE = "organisations.introduction"


class Introduction(models.Model):
    """A new neighbour told an organisation a code; who speaks for it met them (TRUST-7)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, blank=True, help_text="Of the code; empty: used.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    met_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(
        null=True, blank=True, help_text="Somebody of the place looked along."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", name="introduction_once"),
            models.UniqueConstraint(
                fields=["town", "digest"], condition=~Q(digest=""), name="introduction_code_once"
            ),
            models.CheckConstraint(
                condition=Q(met_at=None) | Q(organisation__isnull=False),
                name="introduction_met_by_an_organisation",
            ),
        ]
        indexes: ClassVar = [models.Index("organisation", "met_at", name="introduction_by_week")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def spoken(self) -> str:
        """As one says it: K3F 7RT. Kept nowhere; the secret of the site makes it again."""
        return codes.in_threes(codes.code_of(PURPOSE, self.pk))


def digest_of(town: UUID, code: str) -> str:
    return codes.digest(PURPOSE, town, code)
