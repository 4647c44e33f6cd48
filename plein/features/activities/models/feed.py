"""The calendar of an organisation, read by us so that nobody types twice."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Organisation
from plein.lib.keys import uuid7


class CalendarFeed(models.Model):
    """An iCal address. Nothing of it is erased here because it vanished there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    added_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True, help_text="Last time it went well.")
    fails_since = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=20, blank=True, help_text="Why, as a key.")
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "organisation", "url", name="feed_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
