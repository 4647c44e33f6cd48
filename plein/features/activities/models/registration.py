"""Somebody who comes, waits, or was offered a seat."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.activities.models.occurrence import Occurrence
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def standing(self) -> Self:
        """Everybody who comes, waits or has to answer."""
        return self.filter(state__in=Registration.STANDING)

    def seated(self) -> Self:
        """Who takes a seat: they come, or a seat is kept for them."""
        return self.filter(state__in=Registration.SEATED)

    def coming(self) -> Self:
        return self.filter(state=Registration.State.COMES)

    def waiting(self) -> Self:
        return self.filter(state=Registration.State.WAITS)

    def complete(self) -> Self:
        return self.select_related(
            "member__account", "member__home", "occurrence__activity__community",
            "occurrence__activity__author", "occurrence__activity__organisation",
        )  # fmt: skip


class Registration(models.Model):
    """One person, and whom they bring along. Only the organiser reads names."""

    class State(models.TextChoices):
        COMES = "comes", _("Comes")
        WAITS = "waits", _("On the waiting list")
        OFFERED = "offered", _("May have a seat, has to answer")
        CANCELLED = "cancelled", _("Does not come")
        LAPSED = "lapsed", _("Did not answer in time")

    SEATED: ClassVar = (State.COMES, State.OFFERED)
    STANDING: ClassVar = (State.COMES, State.OFFERED, State.WAITS)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="registrations")
    number = models.PositiveIntegerField(help_text="In the order in which people came.")
    member = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=60)
    mail = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    answers = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=9, choices=State.choices)
    offered_until = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=5, default="nl")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True, help_text="Told by phone: cancelled.")
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "occurrence", "number", name="registration_in_order"),
            models.UniqueConstraint(
                "town", "occurrence", "member",
                condition=Q(member__isnull=False, state__in=["comes", "offered", "waits"]),
                name="registration_once_a_member",
            ),
            models.UniqueConstraint(
                "town", "occurrence", "mail",
                condition=~Q(mail="") & Q(state__in=["comes", "offered", "waits"]),
                name="registration_once_a_mail",
            ),
            models.CheckConstraint(
                condition=Q(people__gte=1) & Q(people__lte=20), name="registration_of_people"
            ),
            models.CheckConstraint(
                condition=Q(state="offered", offered_until__isnull=False)
                | ~Q(state="offered"),
                name="registration_offer_has_an_end",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index("town", "member", name="registration_of_member"),
            models.Index("state", "offered_until", name="registration_offers"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def comes(self) -> bool:
        return self.state == self.State.COMES

    @property
    def waits(self) -> bool:
        return self.state == self.State.WAITS

    @property
    def is_offered(self) -> bool:
        return self.state == self.State.OFFERED and self.offer_end > timezone.now()

    @property
    def offer_end(self) -> datetime:
        return self.offered_until or timezone.now()

    @property
    def stands(self) -> bool:
        return self.state in self.STANDING

    @property
    def guests(self) -> int:
        return self.people - 1

    @property
    def by_phone(self) -> bool:
        """Nobody can mail this person: call them."""
        return self.member_id is None and not self.mail


class Attendance(models.Model):
    """Whether somebody was there on one date; of a course there are more dates."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    registration = models.ForeignKey(Registration, models.CASCADE, related_name="attended")
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="+")
    came = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["town", "occurrence", "registration"], name="attendance_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
