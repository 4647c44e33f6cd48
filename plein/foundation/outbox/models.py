"""Messages that wait to be delivered."""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils import timezone

from plein.lib.keys import uuid7

NO_TOWN = UUID(int=0)
"""The "town" of messages about signing in, which belong to the installation."""


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> Self:
        return self.filter(state=Message.State.WAITING)

    def due(self) -> Self:
        return self.waiting().filter(due_at__lte=timezone.now())

    def settled(self) -> Self:
        return self.exclude(state=Message.State.WAITING)

    def refused(self) -> Self:
        """That address takes no mail, or it came back. Not: our own post office was silent."""
        failed = self.filter(state=Message.State.FAILED)
        return failed.filter(
            models.Q(error="CameBack") | models.Q(error__startswith="RefusedForGood")
        )

    def from_member(self, member_id: UUID) -> Self:
        """Also those in which this member is one of several."""
        return self.filter(senders__contains=member_id.hex)

    def to_member(self, member_id: UUID) -> Self:
        return self.filter(member_id=member_id)


class Message(models.Model):
    """One message, to one address, by one channel."""

    class Channel(models.TextChoices):
        MAIL = "mail"
        TEXT = "text"

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"
        CANCELLED = "cancelled"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town_id = models.UUIDField(default=NO_TOWN)
    member_id = models.UUIDField(null=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MAIL)
    category = models.CharField(max_length=40, blank=True)
    senders = models.TextField(
        blank=True, help_text="Keys of the members whose words or deeds it tells of."
    )
    about = models.CharField(max_length=200, blank=True, help_text="Path of what it tells of.")
    urgent = models.BooleanField(default=False, help_text="Goes before all others: sign-in codes.")
    key = models.CharField(max_length=200, help_text="What is said to whom; sent once per town.")
    address = models.CharField(max_length=254)
    reply_to = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    message_id = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    good_until = models.DateTimeField(null=True, help_text="After this it is not sent any more.")
    held_by = models.UUIDField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["town_id", "key"], name="message_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["-urgent", "due_at"],
                name="message_due",
                condition=models.Q(state="waiting"),
            ),
            models.Index(fields=["town_id", "member_id"], name="message_member"),
            models.Index(fields=["made_at"], name="message_made"),
        ]

    EMPTY: ClassVar[dict[str, Any]] = {
        "address": "",
        "reply_to": "",
        "subject": "",
        "text": "",
        "html": "",
        "headers": {},
        "senders": "",
        "about": "",
    }
    """What a message is without what it said and to whom."""

    def __str__(self) -> str:
        return self.key
