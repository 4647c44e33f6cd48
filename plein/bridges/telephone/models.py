"""Who asked to be called back, and each time that somebody of the place called."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.directory.models import Entry
from plein.features.noticeboard.models import Concern, HeardInTime, Post
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class CallBackQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(done_at=None)


class CallBack(models.Model):
    """Somebody left a number and waits for a call. No name, no account, nothing of their ask."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    phone = models.CharField(max_length=16, help_text="E.164, +31…")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(help_text="What we promised: before this moment.")
    done_at = models.DateTimeField(null=True)
    not_asked = models.BooleanField(default=False, help_text="Somebody else typed this number.")

    objects = CallBackQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "phone", name="call_back_once", condition=Q(done_at=None)
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Tidings(models.Model):
    """Family or a neighbour says that somebody died or moved; a person calls to check (HELP-15).

    In their own words: whether anybody of that name is here, this does not say.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    because = models.CharField(max_length=5, choices=Member.Gone.choices)
    who = models.CharField(max_length=80, help_text="As they wrote the name.")
    teller = models.CharField(max_length=40)
    phone = models.CharField(max_length=16, help_text="Of who tells. E.164, +31…")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(help_text="What we promised: we call before this moment.")
    done_at = models.DateTimeField(null=True)

    objects = CallBackQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)


class Worry(HeardInTime):
    """'Er is iets gebeurd' or 'Ik maak me zorgen' of a caller whom nobody can find here (HELP-16).

    For the people by name only; they hear the rest on the phone, no story stands here.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Concern.Kind.choices)
    about = models.CharField(max_length=8, choices=Concern.About.choices)
    teller = models.CharField(max_length=40)
    phone = models.CharField(max_length=16, blank=True, help_text="E.164, +31…; may be unknown.")
    noted_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, help_text="Somebody by name spoke with the caller.")

    objects = CallBackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "worries"

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Call(models.Model):
    """One time that somebody called, and how it went. What was said stands nowhere."""

    class Result(models.TextChoices):
        REACHED = "reached", _("Reached")
        MESSAGE = "message", _("Left a message")
        NO_ANSWER = "no_answer", _("No answer")
        MOVED = "moved", _("Moved away")
        WRONG = "wrong", _("The number is not right")
        NOT_ASKED = "not_asked", _("Did not ask for a call")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60, help_text="Kind of the matter it was about.")
    about = models.UUIDField()
    result = models.CharField(max_length=10, choices=Result.choices)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes: ClassVar = [models.Index("town", "kind", "about", name="call_about")]

    def __str__(self) -> str:
        return f"{self.kind} {self.result}"


class ToldPlace(models.Model):
    """A person of the place named this organisation to an asker, with its number."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "post", "entry", name="place_told_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
