"""Reports: something is not right here. The queue and decisions come with trust."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.lib.keys import uuid7

UNSAFE = "unsafe"
_RANK = Case(When(reason=UNSAFE, then=0), default=1, output_field=models.IntegerField())


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> Self:
        return self.filter(handled_at=None)

    def unsafe_first(self) -> Self:
        """Who does not feel safe comes first; then who waits longest."""
        return self.annotate(rank=_RANK).order_by("rank", "id")

    def following(self, report: "Report") -> Self:
        """What comes after this one in the order of `unsafe_first`."""
        rank = 0 if report.reason == UNSAFE else 1
        return self.filter(Q(rank__gt=rank) | Q(rank=rank, id__gt=report.pk))

    def not_about(self, member: Member) -> Self:
        """Nobody has a say in their own case (H12)."""
        return self.exclude(by=member).exclude(concerns__contains=member.pk.hex)


class Report(models.Model):
    """One member says that something is not right. `kind` and `about` point through a registry."""

    class Reason(models.TextChoices):
        UNKIND = "unkind", _("It is unkind or rude")
        UNSAFE = "unsafe", _("I do not feel safe")
        SCAM = "scam", _("This looks like a scam")
        PRIVATE = "private", _("Something private is in it")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=60, help_text="Key in the registry of reportables.")
    about = models.UUIDField()
    concerns = models.TextField(blank=True, help_text="Keys of the members whose case it is.")
    reason = models.CharField(max_length=10, choices=Reason.choices)
    words = models.TextField(max_length=1000, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "by", "kind", "about", name="report_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "community", "handled_at", name="report_open"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.reason}"


class Refusal(models.Model):
    """'Ik sta hierop en wil dat niet': said under a picture, also by a visitor without account."""

    class Outcome(models.TextChoices):
        GONE = "gone", _("The photo is gone")
        STANDS = "stands", _("The photo stands")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    visitor = models.CharField(max_length=64, blank=True, help_text="Digest of an address, a day.")
    words = models.CharField(max_length=300, blank=True)
    hid = models.BooleanField(help_text="Whether the photo was hidden at once.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index("town", "decided_at", "made_at", name="refusal_open"),
            models.Index("picture", name="refusal_of_picture"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
