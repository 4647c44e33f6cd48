"""Organisations as actors: who they are, and who may speak for them."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Content, Member
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


class Editor(models.Model):
    """A member who may speak for an organisation. A coordinator may make others editor."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="editors")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    coordinator = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "organisation", "member", name="editor_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
