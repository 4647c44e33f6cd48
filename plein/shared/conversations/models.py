"""People writing to each other. Knows no subjects: what it is about points here."""

from datetime import timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from plein.foundation.communities.models import Community, Member
from plein.lib.codes import short_code, unused
from plein.lib.keys import uuid7


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def of(self, member: Member) -> Self:
        return self.filter(town=member.town_id, participants__member=member)

    def with_unread(self, member: Member) -> Self:
        """Each with `unread`: what others said since this member last looked. For own use only."""
        mine = Participant.objects.filter(
            town=member.town_id, conversation=OuterRef("pk"), member=member
        )
        new = Q(messages__hidden_at=None) & ~Q(messages__author=member)
        since = Q(my_seen_at=None) | Q(messages__made_at__gt=F("my_seen_at"))
        return self.annotate(my_seen_at=Subquery(mine.values("seen_at")[:1])).annotate(
            unread=Count("messages", filter=new & since, distinct=True)
        )


class Conversation(models.Model):
    """A private talk. Staff never reads it, unless a participant reports it (H12)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, default=short_code, editable=False)
    title = models.CharField(max_length=120, help_text="What it is about, for its participants.")
    about_url = models.CharField(max_length=200, blank=True, help_text="Path of what it is about.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    last_message_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    veiled = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="+",
        help_text="Shows no name to the others yet; opens it when they want.",
    )  # fmt: skip

    objects = ConversationQuerySet.as_manager()

    # Filled by `with_unread`.
    unread: int

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "code", name="conversation_code_once_in_town"),
        ]

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            here = Conversation.objects.filter(town=self.town_id)
            self.code = unused(self.code, lambda code: here.filter(code=code).exists())
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("conversations:talk", args=[self.code])

    @property
    def is_young(self) -> bool:
        """People who just met are warned for more (H5)."""
        return self.made_at > timezone.now() - timedelta(days=14)


class Participant(models.Model):
    """A member in a conversation. `seen_at` is for their own counter; nobody else sees it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="participants")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)
    reply_key = models.CharField(
        max_length=32, db_index=True, help_text="Part of the relay address."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "conversation", "member", name="participant_once"),
            models.UniqueConstraint("town", "reply_key", name="reply_key_once_in_town"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MessageQuerySet(models.QuerySet["Message"]):
    def in_order(self) -> Self:
        """Keys are made in the order of time."""
        return self.filter(hidden_at=None).select_related("author").order_by("id")

    def after(self, key: UUID) -> Self:
        return self.filter(pk__gt=key)


class Message(models.Model):
    """One thing said."""

    class Way(models.TextChoices):
        SCREEN = "screen"
        MAIL = "mail"
        PHONE = "phone"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=2000)
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.SCREEN)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index("town", "conversation", "id", name="message_in_order")]

    def __str__(self) -> str:
        return str(self.pk)


class TakenMail(models.Model):
    """A mail that was taken in: the same Message-ID twice counts once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, help_text="Of Message-ID and relay address.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "digest", name="taken_mail_once"),
        ]

    def __str__(self) -> str:
        return self.digest
