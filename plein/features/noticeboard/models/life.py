"""The life of a match: how it went, and what somebody is worried about (HELP-8, HELP-16)."""

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.responses import Match, Response
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def unanswered(self) -> Self:
        return self.filter(answer="")

    def to_act_on(self) -> Self:
        """What somebody of the place should do something about."""
        return self.filter(answer__in=FollowUp.ACTS, seen_at=None)


class FollowUp(models.Model):
    """'Hoe ging het?', asked of one of the two. The other never sees the answer."""

    class After(models.TextChoices):
        WEEK = "week", _("after a week")
        MONTHS = "months", _("after three months")

    class Answer(models.TextChoices):
        WELL = "well", _("It went well")
        NOT_WELL = "not_well", _("It did not fit so well")
        STOPPED = "stopped", _("We stopped together")
        MORE_OFTEN = "more_often", _("We see each other more often now")
        MORE_HELP = "more_help", _("More help is needed")

    ACTS = (Answer.NOT_WELL.value, Answer.MORE_HELP.value)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, models.CASCADE, related_name="follow_ups")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    after = models.CharField(max_length=6, choices=After.choices)
    due_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(
        Member,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Who wrote it down by phone.",
    )
    seen_at = models.DateTimeField(null=True, help_text="When a connector acted on it.")

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "match", "member", "after", name="follow_up_once"),
        ]
        indexes: ClassVar = [models.Index("asked_at", "due_at", name="follow_up_due")]

    def __str__(self) -> str:
        return f"{self.after} {self.pk}"


class Farewell(models.Model):
    """Somebody is gone: a person tells this neighbour that the appointment is off (HELP-15)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="+")
    to = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "response", "to", name="farewell_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def may_look_again(self) -> bool:
        """The helper is gone; the ask was closed for them, and its asker may need another."""
        post = self.response.post
        return self.to_id == post.author_id and post.opens_again


class NoShow(models.Model):
    """Nobody came: noted for connectors, of the two together and never of one of them.

    One row for a pair however often it happens, and gone after a month: nothing can be counted.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "response", name="no_show_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HeardInTime(models.Model):
    """Somebody told something; the clock of it climbs until a person has heard them."""

    class Step(models.IntegerChoices):
        TOLD = 0, _("The people by name know")
        OPENED = 1, _("The managers know as well")
        LAST = 2, _("Who told it hears whom else to call")

    step = models.PositiveSmallIntegerField(choices=Step.choices, default=Step.TOLD)
    due_at = models.DateTimeField(
        null=True, help_text="When it climbs; empty once heard and settled."
    )

    class Meta:
        abstract = True


class Concern(HeardInTime):
    """'Er is iets gebeurd' or 'Ik maak me zorgen': fixed choices, told to a person by phone."""

    class Kind(models.TextChoices):
        INCIDENT = "incident", _("Something happened")
        WORRY = "worry", _("I am worried")

    class About(models.TextChoices):
        UNSAFE = "unsafe", _("I did not feel safe")
        MONEY = "money", _("It is about money or things")
        RUDE = "rude", _("Somebody was rude or came too close")
        ABSENT = "absent", _("Somebody did not come, or I cannot reach them")
        ALONE = "alone", _("Somebody is not doing well")
        OTHER = "other", _("Something else, I will tell you")

    class Outcome(models.TextChoices):
        CLEARED = "cleared", _("It was a misunderstanding")
        TALKED = "talked", _("Talked about, they go on together")
        APART = "apart", _("They do not go on together")
        PASSED_ON = "passed_on", _("Passed on to a professional or the police")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, models.CASCADE, related_name="concerns")
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    noted_by = models.ForeignKey(
        Member,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Who wrote it down on the phone or at a matchpoint.",
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    about = models.CharField(max_length=8, choices=About.choices)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    heard_at = models.DateTimeField(null=True, help_text="When the one who told was heard.")
    other_heard_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index("town", "settled_at", name="concern_open"),
            models.Index("due_at", name="concern_due"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def two(self) -> frozenset[UUID]:
        """Both of the appointment: nobody has a say in their own case."""
        return frozenset({self.response.author_id, self.response.post.author_id})

    @property
    def about_member(self) -> Member:
        """The other one of the two."""
        author = self.response.post.author
        return self.response.author if self.by_id == author.pk else author
