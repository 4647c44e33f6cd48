"""What is done together: once, every Tuesday, or always."""

from datetime import date
from functools import cached_property
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plein.features.activities.models.feed import CalendarFeed
from plein.features.activities.repeating import Plan
from plein.foundation.communities.models import Community, Content, ContentQuerySet, Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.keys import uuid7


class ActivityQuerySet(ContentQuerySet):
    def complete(self) -> Self:
        """With all that a page of an activity asks, in one query."""
        return self.select_related("theme", "organisation", "author", "community", "picture")

    def dated(self) -> Self:
        return self.exclude(first_day=None)

    def undated(self) -> Self:
        return self.filter(first_day=None)


class Activity(Content):
    """Something to take part in, of an organisation or of a resident."""

    class Cost(models.TextChoices):
        FREE = "free", _("Free")
        PAID = "paid", _("It costs something")

    class Access(models.TextChoices):
        WHEELCHAIR = "wheelchair", _("Accessible for wheelchairs")
        HEARING_LOOP = "hearing-loop", _("There is a hearing loop")
        QUIET = "quiet", _("Quiet, with few stimuli")
        ALONE_WELCOME = "alone-welcome", _("You can come alone, we welcome you")

    class Enrolment(models.TextChoices):
        NONE = "none", _("No need, just come")
        EACH = "each", _("For each date apart")
        WHOLE = "whole", _("Once, for everything")

    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=80)
    text = models.TextField(max_length=3000, blank=True)
    language = models.CharField(max_length=5, default="nl")
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")

    at_home = models.BooleanField(default=False, help_text="At somebody's home: the wijk only.")
    place = models.CharField(max_length=120, blank=True, help_text="Name of a public place.")
    street = models.CharField(max_length=120, blank=True, help_text="Street and number of it.")
    postcode = models.CharField(max_length=6, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    cost = models.CharField(max_length=4, choices=Cost.choices, blank=True)
    cost_words = models.CharField(max_length=80, blank=True)
    access = models.JSONField(default=list, blank=True)

    needs_hands = models.BooleanField(
        default=False, help_text="People are wanted who help with it."
    )
    hands_words = models.CharField(max_length=120, blank=True, help_text="What they would do.")

    first_day = models.DateField(null=True, blank=True, help_text="Empty: no fixed date.")
    starts_at = models.TimeField(null=True, blank=True, help_text="Empty: all day.")
    ends_at = models.TimeField(null=True, blank=True)
    days = models.PositiveSmallIntegerField(default=1, help_text="How many days it lasts.")
    rrule = models.CharField(max_length=200, blank=True)
    until = models.DateField(null=True, blank=True, help_text="Last day of a series.")
    skips = models.JSONField(default=list, blank=True, help_text="Keys: christmas, summer, …")
    pauses = models.JSONField(default=list, blank=True, help_text="[[first day, last day], …]")
    zone_name = models.CharField(max_length=40, default="Europe/Amsterdam")

    enrolment = models.CharField(max_length=5, choices=Enrolment.choices, default=Enrolment.NONE)
    seats = models.PositiveIntegerField(null=True, blank=True)
    guests = models.PositiveSmallIntegerField(default=1, help_text="Extra people somebody brings.")
    closes_days = models.PositiveSmallIntegerField(default=0, help_text="Days before it begins.")
    questions = models.JSONField(default=list, blank=True, help_text="Sentences, at most three.")

    feed = models.ForeignKey(
        CalendarFeed, models.SET_NULL, null=True, blank=True, related_name="activities"
    )
    feed_uid = models.CharField(max_length=200, blank=True)
    source_url = models.CharField(max_length=300, blank=True)

    changed_at = models.DateTimeField(default=timezone.now)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_words = models.CharField(max_length=200, blank=True)

    objects = ActivityQuerySet.as_manager()  # type: ignore[misc]  # Content has one too

    class Meta(Content.Meta):
        constraints: ClassVar = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(at_home=False)
                | Q(place="", street="", postcode="", lat=None, lon=None),
                name="activity_at_home_has_no_address",
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=False) | Q(rrule="", starts_at=None, until=None),
                name="activity_without_a_date_has_no_times",
            ),
            models.UniqueConstraint(
                "town", "feed", "feed_uid",
                condition=Q(feed__isnull=False),
                name="activity_once_of_a_feed",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index("town", "author", name="activity_by_author"),
            models.Index("town", "organisation", name="activity_by_organisation"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def address(self) -> str:
        return f"{slugify(self.title)[:60] or 'activiteit'}-{self.code}"

    def get_absolute_url(self) -> str:
        return reverse("activities:activity", args=[self.address])

    @property
    def is_dated(self) -> bool:
        return self.first_day is not None

    @property
    def repeats(self) -> bool:
        return bool(self.rrule)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_imported(self) -> bool:
        return bool(self.feed_uid)

    @property
    def enrols(self) -> bool:
        return self.enrolment != self.Enrolment.NONE

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone_name)

    @property
    def byline(self) -> str:
        """Who organises it."""
        return self.organisation.name if self.organisation else self.author.name

    @property
    def where(self) -> str:
        """In words: a public place with its address, or the wijk of a home."""
        if self.at_home:
            home = pgettext_lazy("activity", "At somebody's home in %(place)s")
            return str(home) % {"place": self.community.name}
        return ", ".join(part for part in (self.place, self.street) if part)

    @cached_property
    def plan(self) -> Plan | None:
        """When it happens, as values for `repeating`; None without dates."""
        if self.first_day is None:
            return None
        return Plan(
            first_day=self.first_day,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            days=self.days,
            rrule=self.rrule,
            until=self.until,
            skips=tuple(self.skips),
            pauses=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in self.pauses),
            zone=self.zone_name,
        )


class ActivityTargetGroup(models.Model):
    """For whom an activity is meant."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="groups")
    group = models.ForeignKey(TargetGroup, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "activity", "group", name="activity_group_once"),
        ]

    def __str__(self) -> str:
        return str(self.group_id)
