"""Berichtjes: a few lines and a photo, by a neighbour."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Content, ContentQuerySet, Member
from plein.foundation.media.models import Picture
from plein.lib.keys import uuid7

LONGEST = 70
"""Signs of a title; it ends with a whole word."""


class NoteQuerySet(ContentQuerySet):
    def standing(self) -> Self:
        """Let in, and not lapsed."""
        return self.filter(let_in_at__isnull=False, lapses_at__gt=timezone.now())

    def waiting(self) -> Self:
        """A first note, at which nobody looked yet."""
        return self.filter(let_in_at=None, lapses_at__gt=timezone.now(), hidden_at=None)

    def complete(self) -> Self:
        return self.select_related("author", "community", "picture")


class Note(Content):
    """A few lines and a photo. The first of a neighbour waits for a connector, the next do not."""

    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    text = models.TextField(max_length=500)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    credit = models.CharField(max_length=80, blank=True)
    let_in_at = models.DateTimeField(null=True, blank=True)
    lapses_at = models.DateTimeField()
    changed_at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()  # type: ignore[misc]  # Content has one too

    class Meta(Content.Meta):
        indexes: ClassVar = [
            models.Index("town", "lapses_at", name="note_by_end"),
            models.Index("town", "author", name="note_by_author"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("pages:note", args=[self.code])

    @property
    def title(self) -> str:
        """Its first words: a note has no title of its own."""
        first = self.text.strip().splitlines()[0] if self.text.strip() else ""
        end = min((at for sign in ".!?" if (at := first.find(sign)) > 0), default=len(first) - 1)
        words = first[: end + 1].rstrip(".")
        return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"

    @property
    def is_standing(self) -> bool:
        return self.let_in_at is not None and self.lapses_at > timezone.now()

    @property
    def waits(self) -> bool:
        return self.let_in_at is None


class NoteWriter(models.Model):
    """Somebody looked at a note of this neighbour: the next stand at once. Outlives the notes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", name="note_writer_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Reaction(models.Model):
    """A kind word from a fixed set. One per neighbour and note."""

    class Kind(models.TextChoices):
        NICE = "nice", _("How nice")
        THANKS = "thanks", _("Thank you")
        HURRAY = "hurray", _("Congratulations")
        STRENGTH = "strength", _("All the best")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    note = models.ForeignKey(Note, models.CASCADE, related_name="reactions")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "note", "member", name="reaction_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["nice", "thanks", "hurray", "strength"]),
                name="reaction_is_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
