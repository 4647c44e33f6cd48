"""The answer promise: each ask carries a clock, and a place says who watches it (HELP-9)."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.posts import Post
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class AnswerRules(models.Model):
    """How a place keeps its promise. The nearest community upwards that has rules decides.

    The four steps are in hours as people say them: 24 is one waking day, whatever its length.
    """

    class Closed(models.TextChoices):
        OPEN = "", _("open")
        NOBODY_ACTED = "nobody_acted", _("nobody acted at the last step")
        ALL_AWAY = "all_away", _("everybody on the clock is away")
        MANAGER = "manager", _("a manager closed it for a while")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    invite_after = models.PositiveSmallIntegerField(default=24)
    connector_after = models.PositiveSmallIntegerField(default=48)
    team_after = models.PositiveSmallIntegerField(default=96)
    map_after = models.PositiveSmallIntegerField(default=144)
    last_after = models.PositiveSmallIntegerField(default=192)
    wakes_at = models.PositiveSmallIntegerField(default=8, help_text="Hour of the day.")
    sleeps_at = models.PositiveSmallIntegerField(default=20, help_text="Hour of the day.")
    days = models.PositiveSmallIntegerField(default=0b0011111, help_text="7 bits, Monday first.")
    closing_days = models.JSONField(default=list, blank=True, help_text="Dates, as YYYY-MM-DD.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=12, choices=Closed.choices, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", name="answer_rules_once"),
            models.CheckConstraint(
                condition=Q(wakes_at__lt=models.F("sleeps_at"), sleeps_at__lte=24, days__gt=0),
                name="answer_rules_have_waking_hours",
            ),
            models.CheckConstraint(
                condition=Q(
                    invite_after__lte=models.F("connector_after"),
                    connector_after__lte=models.F("team_after"),
                    team_after__lte=models.F("map_after"),
                    map_after__lte=models.F("last_after"),
                ),
                name="answer_rules_climb",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class OnClockQuerySet(models.QuerySet["OnClock"]):
    def there(self) -> Self:
        """Who is not away today."""
        today = timezone.localdate()
        away = Q(away_from__lte=today) & (Q(away_until=None) | Q(away_until__gte=today))
        return self.exclude(away).exclude(
            member__state__in=[Member.State.LEFT, Member.State.PAUSED]
        )


class OnClock(models.Model):
    """Somebody by name who acts when nobody answers; the last resort may be outside the site."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=20, blank=True)
    last_resort = models.BooleanField(default=False)
    for_safety = models.BooleanField(
        default=False, help_text="Is called when something happened (HELP-16); not on the clock."
    )
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)

    objects = OnClockQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "community", "name", "for_safety", name="on_clock_once"
            ),
            models.CheckConstraint(
                condition=Q(away_until=None) | Q(away_from__isnull=False),
                name="on_clock_away_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AskClock(models.Model):
    """Where an ask stands while it waits for a human answer. `due_at` is empty when it has one."""

    class Step(models.IntegerChoices):
        WAITS = 0, _("Waits for neighbours")
        INVITED = 1, _("Neighbours have been asked")
        CONNECTOR = 2, _("The connector looks at it")
        TEAM = 3, _("The whole team looks at it")
        MAP = 4, _("We look for an organisation")
        LAST = 5, _("The last resort takes it up")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="clocks")
    step = models.PositiveSmallIntegerField(choices=Step.choices, default=Step.WAITS)
    began_at = models.DateTimeField(help_text="Deadlines count from here.")
    due_at = models.DateTimeField(null=True, help_text="When the next step is taken.")
    reached_at = models.DateTimeField(help_text="When it came to this step.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "post", name="ask_clock_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "due_at", name="ask_clock_due"),
            models.Index("town", "step", name="ask_clock_step"),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.pk}"


class Contact(models.Model):
    """A person of the place called, visited or wrote to the asker. No words are kept."""

    class Result(models.TextChoices):
        REACHED = "reached", _("Spoke to them")
        MESSAGE = "message", _("Left a message")
        NO_ANSWER = "no_answer", _("No answer")
        MOVED = "moved", _("Does not live here any more")
        WRONG = "wrong", _("The number is not right")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="contacts")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    result = models.CharField(max_length=10, choices=Result.choices)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes: ClassVar = [models.Index("town", "post", name="contact_by_post")]

    def __str__(self) -> str:
        return f"{self.result} {self.pk}"
