"""What somebody of the place saw or heard of a person, and which of it each task asks (HELP-13).

Never a document: only what was seen, on which day, and by whom.
"""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Organisation
from plein.lib.keys import uuid7


class Rung(models.TextChoices):
    """A ladder: who has one rung has those before it as well."""

    NONE = "none", _("Nothing more. Somebody of us has met this person, that is enough.")
    MET = "met", _("Seen at a matchpoint")
    KNOWN = "known", _("Known by an organisation")
    VOG = "vog", _("A VOG was seen")

    @property
    def height(self) -> int:
        return list(Rung).index(self)


class Task(models.TextChoices):
    """Where a task happens; the keys are those of an ask or offer on the board."""

    PUBLIC = "public", _("In a public place")
    DOOR = "door", _("At the door")
    INSIDE = "inside", _("Inside the house")
    TRUST = "trust", _("With money, keys or body care")


class ProofQuerySet(models.QuerySet["Proof"]):
    def standing(self) -> Self:
        """That did not end."""
        today = timezone.localdate()
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=today))


class Proof(models.Model):
    """One rung of one member. Noting it again takes the place of the one before."""

    KINDS: ClassVar = [(rung.value, rung.label) for rung in Rung if rung != Rung.NONE]

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=KINDS)
    seen_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The last day; empty: stays.")
    place = models.CharField(max_length=80, blank=True, help_text="At which matchpoint.")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ProofQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", "kind", name="proof_once"),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("seen_on")),
                name="proof_ends_after_it_began",
            ),
        ]
        indexes: ClassVar = [models.Index("town", "ends_on", name="proof_ends")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def rung(self) -> Rung:
        return Rung(self.kind)

    def has_ended(self, today: date) -> bool:
        return self.ends_on is not None and self.ends_on < today


class ProofRules(models.Model):
    """What a place asks for each kind of task. The nearest place upwards with rules decides."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    public = models.CharField(max_length=5, choices=Rung.choices, default=Rung.NONE)
    door = models.CharField(max_length=5, choices=Rung.choices, default=Rung.NONE)
    inside = models.CharField(max_length=5, choices=Rung.choices, default=Rung.NONE)
    trust = models.CharField(max_length=5, choices=Rung.choices, default=Rung.VOG)
    vog_years = models.PositiveSmallIntegerField(default=3)
    other_years = models.PositiveSmallIntegerField(
        default=2, help_text="Seen at a matchpoint, known by an organisation."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", name="proof_rules_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def asked_for(self, task: str) -> Rung:
        return Rung(getattr(self, Task(task).value))

    def years_of(self, kind: str) -> int:
        return self.vog_years if kind == Rung.VOG else self.other_years
