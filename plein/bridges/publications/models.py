"""Files made for paper, who waits for one, and what is renewed every month."""

import secrets
from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Member
from plein.lib.codes import short_code
from plein.lib.keys import uuid7

READY_FOR = timedelta(minutes=15)
MOST_TAKEN = 5
"""A browser may fetch a file again when the first time failed."""


def new_key() -> str:
    return secrets.token_urlsafe(18)


class Edition(models.Model):
    """One file as it was made: the same question with the same answer is this same file."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    shape = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, help_text="Of all that stands in it.")
    title = models.CharField(max_length=160)
    name = models.CharField(max_length=80, help_text="As somebody saves it.")
    path = models.CharField(max_length=200, help_text="In the storage.")
    size = models.PositiveIntegerField(help_text="Bytes.")
    items = models.PositiveIntegerField()
    rows = models.JSONField(default=list, help_text="[[key, digest of what is printed], …]")
    pictures = models.JSONField(default=list, help_text="Keys of the pictures in it.")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", "shape", "digest", name="edition_once"),
        ]
        indexes: ClassVar = [models.Index("made_at", name="edition_by_age")]

    def __str__(self) -> str:
        return f"{self.shape} {self.pk}"


class Wanted(models.Model):
    """What should be on paper: an overview as it was filtered, or one thing of it."""

    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    house = models.CharField(max_length=20, blank=True, help_text="Empty: everything.")
    query = models.CharField(max_length=2_400, blank=True, help_text="Filters, as in the address.")
    thing = models.UUIDField(null=True, help_text="One thing only.")
    shape = models.CharField(max_length=20)
    edition = models.ForeignKey(Edition, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True


class OrderQuerySet(models.QuerySet["Order"]):
    def fresh(self) -> Self:
        return self.filter(made_at__gt=timezone.now() - 2 * READY_FOR)


class Order(Wanted):
    """Somebody asked for a file and waits. Who that is, is not kept."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READY = "ready", _("Ready")
        EMPTY = "empty", _("Nothing in it")
        FAILED = "failed", _("Failed")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=32, default=new_key, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    taken = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField(null=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index("made_at", name="order_by_age")]

    def __str__(self) -> str:
        return f"{self.shape} {self.state}"

    @property
    def is_over(self) -> bool:
        """Too late, or fetched often enough: a link that is passed on stops by itself."""
        if self.state != self.State.READY or self.ready_at is None:
            return False
        return self.taken >= MOST_TAKEN or self.ready_at < timezone.now() - READY_FOR


class Standing(Wanted):
    """A filter with a name that is made anew every month: for a library or a waiting room."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=8, default=short_code, editable=False)
    name = models.CharField(max_length=80)
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    mails = models.BooleanField(default=False, help_text="Tells its maker each time it is ready.")
    next_on = models.DateField()
    renewed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "code", name="standing_code_once_in_town"),
        ]
        indexes: ClassVar = [
            models.Index("town", "by", name="standing_by_maker"),
            models.Index("next_on", name="standing_due"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publications:standing", args=[self.code])


class ReaderQuerySet(models.QuerySet["Reader"]):
    def confirmed(self) -> Self:
        return self.exclude(confirmed_at=None)


class Reader(models.Model):
    """An address that gets word each month as well: of a library, or a doctor's practice."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    standing = models.ForeignKey(Standing, models.CASCADE, related_name="readers")
    mail = models.EmailField()
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, help_text="They said yes, by our link.")

    objects = ReaderQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["mail"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["town", "standing", "mail"], name="reader_once_in_standing"
            ),
        ]

    def __str__(self) -> str:
        return self.mail
