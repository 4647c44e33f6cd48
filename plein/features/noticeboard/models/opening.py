"""What an asker opens to one helper, step by step, and who looked at it (HELP-12, H2)."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.posts import Post
from plein.features.noticeboard.models.responses import Response
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class OpeningQuerySet(models.QuerySet["Opening"]):
    def standing(self) -> Self:
        return self.filter(taken_back_at=None)


class Opening(models.Model):
    """One thing told to one helper. Taken back, its words are gone; that it was open stays."""

    class What(models.TextChoices):
        NAME = "name", _("My first name")
        PHONE = "phone", _("My phone number")
        ADDRESS = "address", _("My address")
        AGE = "age", _("My age")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="openings")
    what = models.CharField(max_length=8, choices=What.choices)
    words = models.CharField(max_length=120, blank=True)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town",
                "response",
                "what",
                condition=models.Q(taken_back_at=None),
                name="opening_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.pk}"


class Look(models.Model):
    """Somebody saw who asks, or what was opened. The asker reads who and when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="looks")
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes: ClassVar = [models.Index("town", "post", "made_at", name="look_of_post")]

    def __str__(self) -> str:
        return str(self.pk)
