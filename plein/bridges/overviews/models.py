"""The index: one row per thing that can be found, from the listings of every feature."""

from collections.abc import Collection
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from plein.foundation.communities.models import Community, Content, ContentQuerySet


class RowQuerySet(ContentQuerySet):
    """`in_community` follows the reach of the thing, as for the content itself."""

    def not_by(self, members: Collection[UUID]) -> Self:
        """Without what stands for people who blocked each other (H4)."""
        return self.exclude(author__in=members) if members else self

    def some_time_in(self, mask: int) -> Self:
        overlap = self.annotate(common=F("when_bits").bitand(mask))
        return overlap.filter(Q(common__gt=0) | Q(when_bits=0))

    def saying(self, column: str, words: Collection[str]) -> Self:
        found = self
        for word in words:
            found = found.filter(**{f"{column}__contains": word})
        return found


class Row(models.Model):
    """A listing as it stands now. Kept by the worker; made anew from `listings.py` at any time.

    A private thing is two things: `public_*` is all that a stranger or an ungreeted member may
    read, search or count (TRUST-7); the other columns are for members who have been greeted.
    """

    id = models.UUIDField(primary_key=True, help_text="Key of the thing itself: newest is highest.")
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    house = models.CharField(max_length=20, help_text="Key of the module whose house it fills.")
    kind = models.CharField(max_length=20, help_text="ask, offer, activity …")
    author = models.UUIDField(null=True, help_text="Member, for blocks; never shown.")
    reach = models.CharField(max_length=5, choices=Content.Reach.choices)
    audience = models.CharField(max_length=8, choices=Content.Audience.choices)
    openable = models.BooleanField(
        default=False, help_text="Readable before greeting where a community opened public tasks."
    )
    theme = models.CharField(max_length=40, blank=True)
    area = models.ForeignKey(Community, models.CASCADE, null=True, related_name="+")
    when_bits = models.PositiveIntegerField(default=0)
    groups = models.CharField(
        max_length=500, blank=True, help_text="|key|key|; empty when private."
    )
    url = models.CharField(max_length=200)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300, blank=True)
    picture = models.CharField(max_length=200, blank=True)
    picture_alt = models.CharField(max_length=250, blank=True)
    byline = models.CharField(max_length=120, blank=True)
    facts = models.JSONField(default=list, help_text="[[pictogram, {language: words}], …]")
    words = models.TextField(help_text="Folded words to search, for greeted members.")
    public_title = models.JSONField(default=dict, help_text="{language: words}")
    public_facts = models.JSONField(default=list)
    public_words = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    objects = RowQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index("town", "house", "kind", "id", name="row_by_kind"),
            models.Index("town", "house", "id", name="row_by_house"),
            models.Index("town", "theme", "id", name="row_by_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
