"""What one member is told."""

from collections.abc import Collection
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils import timezone

from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class NotificationQuerySet(models.QuerySet["Notification"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(town=member.town_id, to=member)

    def unseen(self) -> Self:
        return self.filter(seen_at=None)

    def not_from(self, members: Collection[UUID]) -> Self:
        """Without what these members caused (H4)."""
        return self.exclude(by_id__in=members) if members else self.all()

    def waiting(self) -> Self:
        """Still to be told by mail, text or a person."""
        return self.filter(passed_on_at=None, way__in=Notification.OUTSIDE)

    def waiting_for_digest(self) -> Self:
        return self.filter(passed_on_at=None, way=Notification.Way.MAIL)

    def to_tell_in_person(self) -> Self:
        """For people who want to be called or written to: the connectors' list."""
        waiting = self.filter(passed_on_at=None, way=Notification.Way.PERSON)
        return waiting.exclude(to__state=Member.State.LEFT)


class GoBetween(models.Model):
    """Somebody whom a member knows, and who hears their news by phone. Only after an own yes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    phone = models.CharField(max_length=16, help_text="E.164, +31…")
    may_hear = models.BooleanField(
        default=False, help_text="Also what was written, and may answer for this member."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", name="go_between_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Notification(models.Model):
    """One thing one member should know, on the site and by the channel they chose."""

    class Way(models.TextChoices):
        SITE = "site"
        MAIL = "mail"
        TEXT = "text"
        PERSON = "person"

    # Ways that need something after the row is written.
    OUTSIDE = (Way.MAIL, Way.TEXT, Way.PERSON)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    to = models.ForeignKey(Member, models.CASCADE, related_name="+")
    by_id = models.UUIDField(null=True, help_text="Who caused it: a block silences it (H4).")
    key = models.CharField(
        max_length=80, help_text="Message key, for instance noticeboard.responded"
    )
    url = models.CharField(max_length=200)
    subject = models.CharField(max_length=120, help_text="Never free text of a person (H7).")
    text = models.TextField(help_text="What is mailed; erased when sent and seen.")
    aloud = models.TextField(
        blank=True, help_text="What a person of the place may read aloud or put in the post."
    )
    reply_to = models.CharField(max_length=254, blank=True)
    once = models.CharField(max_length=120, help_text="The same key tells the same person once.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True)
    way = models.CharField(max_length=8, choices=Way.choices, default=Way.SITE)
    passed_on_at = models.DateTimeField(
        null=True, blank=True, help_text="Mailed, texted, or told by a connector."
    )

    objects = NotificationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "to", "once", name="notification_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "to", "seen_at", name="notification_unseen"),
            models.Index(
                "town",
                "way",
                "made_at",
                name="notification_waiting",
                condition=models.Q(passed_on_at=None) & ~models.Q(way="site"),
            ),
        ]

    def __str__(self) -> str:
        return self.subject
