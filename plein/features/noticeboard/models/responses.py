"""Answers of neighbours to a post, and what two of them agreed."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.posts import Post
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7
from plein.shared.conversations.models import Conversation


class ResponseQuerySet(models.QuerySet["Response"]):
    def standing(self) -> Self:
        return self.exclude(state=Response.State.WITHDRAWN)


class Response(models.Model):
    """A neighbour who wants to help, or take up an offer. One per neighbour and post."""

    class State(models.TextChoices):
        OPEN = "open", _("In talk")
        CHOSEN = "chosen", _("Agreed")
        DONE = "done", _("Done")
        THANKED = "thanked", _("Somebody else was found")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="responses")
    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    conversation = models.ForeignKey(
        Conversation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    message = models.TextField(max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "post", "author", name="response_once"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    @property
    def answers_anew(self) -> bool:
        """Who stepped back, or was thanked for a post that came back on the board."""
        thanked = self.state == Response.State.THANKED
        return self.state == Response.State.WITHDRAWN or (thanked and self.post.is_open)


class KeptAnswer(models.Model):
    """What somebody without an account wants to say to a post, until they have told who they are.

    It belongs to a browser and is shown there only; nobody of the place reads it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    browser = models.CharField(max_length=64, help_text="Digest of the browser's key.")
    message = models.TextField(max_length=1000, blank=True)
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "post", "browser", name="kept_answer_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Match(models.Model):
    """'We hebben een afspraak': what asker and helper agreed, in their own words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="matches")
    proposed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    when_words = models.CharField(max_length=120)
    place_words = models.CharField(max_length=120)
    planned_on = models.DateField(
        null=True, blank=True, help_text="The day that the words mean, when somebody filled it in."
    )
    keeps_open = models.BooleanField(default=False, help_text="The asker looks for more people.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(
        null=True, blank=True, help_text="When they last did it, of help that goes on."
    )
    done_at = models.DateTimeField(null=True, blank=True)
    word = models.CharField(
        max_length=30, blank=True, help_text="Of a first visit; both sides know it (TRUST-9)."
    )
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="It waits until somebody was heard (HELP-16)."
    )
    thanks = models.TextField(max_length=600, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    place_thanked_at = models.DateTimeField(
        null=True, blank=True, help_text="When somebody of the place thanked the helper."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "response", name="match_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None

    @property
    def goes_on(self) -> bool:
        """Help that comes back, until one of the two says that it stopped."""
        return self.response.post.again and self.is_agreed and self.done_at is None

    @property
    def is_planned(self) -> bool:
        """Agreed, on a day that is still to come or is today."""
        return self.is_agreed and self.planned_on is not None and not self.is_past

    @property
    def may_be_missed(self) -> bool:
        """Agreed, and not on a day that is still to come."""
        day = self.planned_on
        return self.is_agreed and (day is None or day <= timezone.localdate())

    @property
    def may_be_told(self) -> bool:
        """That it happened: on the day or later; help that went before may have been again."""
        return self.may_be_missed or self.met_at is not None

    @property
    def is_past(self) -> bool:
        return self.planned_on is not None and self.planned_on < timezone.localdate()
