"""The index: one row per thing that can be found, from the listings of every feature."""

from typing import ClassVar

from django.db import models

from plein.foundation.communities.models import Content, Community
from plein.lib.keys import uuid7


class Row(models.Model):
    """A listing as it stands now. Kept by the worker; made anew from `listings.py` at any time.

    A private thing is two things: `public_*` is all that a stranger or an ungreeted member may
    read, search or count (TRUST-7); the other columns are for members who have been greeted.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    house = models.CharField(max_length=20, help_text="Key of the module whose house it fills.")
    kind = models.CharField(max_length=20, help_text="ask, offer, activity …")
    about = models.UUIDField(help_text="Key of the thing itself.")
    author = models.UUIDField(null=True, help_text="Member, for blocks; never shown.")
    reach = models.CharField(max_length=5, choices=Content.Reach.choices)
    audience = models.CharField(max_length=8, choices=Content.Audience.choices)
    theme = models.CharField(max_length=40, blank=True)
    area = models.ForeignKey(Community, models.CASCADE, null=True, related_name="+")
    when_bits = models.PositiveIntegerField(default=0)
    groups = models.CharField(
        max_length=200, blank=True, help_text="|key|key|; empty when private."
    )
    url = models.CharField(max_length=200)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300, blank=True)
    picture = models.CharField(max_length=200, blank=True)
    byline = models.CharField(max_length=120, blank=True)
    facts = models.JSONField(default=list)
    words = models.TextField(help_text="Folded words to search, for greeted members.")
    public_title = models.CharField(max_length=120)
    public_words = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "kind", "about", name="row_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "house", "kind", "id", name="row_by_kind"),
            models.Index("town", "theme", "id", name="row_by_theme"),
        ]
