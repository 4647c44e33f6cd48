"""What one member is told."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone

from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class NotificationQuerySet(models.QuerySet["Notification"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(town=member.town_id, to=member)

    def unseen(self) -> Self:
        return self.filter(seen_at=None)


class Notification(models.Model):
    """One thing one member should know, on the site and by the channel they chose."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    to = models.ForeignKey(Member, models.CASCADE, related_name="+")
    key = models.CharField(
        max_length=80, help_text="Message key, for instance noticeboard.responded"
    )
    url = models.CharField(max_length=200)
    subject = models.CharField(max_length=120, help_text="Never free text of a person (H7).")
    text = models.TextField(help_text="What is mailed; erased when sent and seen.")
    reply_to = models.CharField(max_length=254, blank=True)
    once = models.CharField(max_length=120, help_text="The same key tells the same person once.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "to", "once", name="notification_once"),
        ]
        indexes: ClassVar = [models.Index("town", "to", "seen_at", name="notification_unseen")]

    def __str__(self) -> str:
        return self.subject
