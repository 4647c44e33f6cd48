"""Who lives in it, how they like to hear from us, and whom they block."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.addresses import shown
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models.community import Community
from plein.foundation.media.models import Picture
from plein.foundation.places.cells import Cell
from plein.lib.formality import DUTCH, tongue
from plein.lib.keys import uuid7


class MemberQuerySet(models.QuerySet["Member"]):
    def in_community(self, community: Community) -> Self:
        """Members whose home is this community or something inside it."""
        if community.pk == community.town_id:
            return self.filter(town=community.town_id)
        return self.filter(town=community.town_id, home__in=community.tree.below(community))

    def to_greet(self) -> Self:
        """People who came in, and whom nobody has met yet. Not whose greeting was taken back."""
        return self.here().filter(greeted_at=None, greeting_taken_at=None)

    def here(self) -> Self:
        return self.filter(state__in=[Member.State.ACTIVE, Member.State.PAUSED])

    def waiting(self) -> Self:
        """People who did not prove their address yet."""
        return self.filter(state=Member.State.WAITING)


class Member(models.Model):
    """One person in one town. Has an account only when they sign in themselves."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not active yet")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("On a break")
        LEFT = "left", _("Left")

    class Channel(models.TextChoices):
        MAIL = "mail", _("By mail")
        TEXT = "text", _("By text message")
        PHONE = "phone", _("Call me")
        PAPER = "paper", _("By post")
        SOMEBODY = "somebody", _("Through somebody I know")
        SITE = "site", _("Only on the site")

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day")
        NEVER = "never", _("Never")

    class Gone(models.TextChoices):
        DIED = "died", _("Died")
        MOVED = "moved", _("Moved away")

    class Reach(models.TextChoices):
        CORNER = "corner", _("Around the corner")
        WALK = "walk", _("Walking distance")
        BIKE = "bike", _("Cycling distance")
        FURTHER = "further", _("Further as well")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.CharField(
        max_length=254, blank=True, help_text="While waiting: mail or phone, not proved yet."
    )
    name = models.CharField(max_length=40, help_text="As shown; a first name is enough.")
    home = models.ForeignKey(Community, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    greeted_at = models.DateTimeField(null=True, blank=True)
    greeted_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    greeting_taken_at = models.DateTimeField(
        null=True, blank=True, help_text="The greeting was taken back: a connector decides."
    )
    cell_row = models.IntegerField(null=True, blank=True)
    cell_column = models.IntegerField(null=True, blank=True)

    about = models.TextField(max_length=600, blank=True)
    photo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    available = models.PositiveIntegerField(default=0, help_text="21 bits, see plein.lib.week.")
    how_far = models.CharField(max_length=10, choices=Reach.choices, default=Reach.BIKE)
    languages = models.JSONField(default=list, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MAIL)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices, default=Rhythm.AT_ONCE)
    language = models.CharField(max_length=5, default="nl")
    formal = models.BooleanField(null=True, blank=True, help_text="u; empty: as the place does")
    letters = models.CharField(max_length=10, blank=True)
    contrast = models.CharField(max_length=10, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_because = models.CharField(max_length=5, choices=Gone.choices, blank=True)
    came_back_at = models.DateTimeField(
        null=True, blank=True, help_text="Signed in after we said that they are gone: ask them."
    )
    pledged_at = models.DateTimeField(
        null=True, blank=True, help_text="Promised to keep what people tell to themselves."
    )
    trained_on = models.DateField(null=True, blank=True, help_text="The safety training.")
    trained_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MemberQuerySet.as_manager()

    # Filled by `people.member_of` for the member of a request; others ask `rights.held_by`.
    held: "list[Any] | None" = None

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "account", name="member_once_in_town"),
        ]
        indexes: ClassVar = [models.Index("town", "greeted_at", name="member_to_greet")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_greeted(self) -> bool:
        """A connector, host or organisation has met this person (TRUST-7)."""
        return self.greeted_at is not None and self.is_here

    @property
    def is_bound(self) -> bool:
        """Promised to keep secrets, and followed the safety training: then a role counts."""
        return self.pledged_at is not None and self.trained_on is not None

    @property
    def tongue(self) -> str:
        """Activate this to write to a member: their language, with je or u."""
        if self.formal is not None or self.language != DUTCH:
            return tongue(self.language, formal=bool(self.formal))
        from plein.foundation.communities import tree

        return tongue(self.language, formal=tree.known(self.town_id).speaks_formally(self.home_id))

    @property
    def is_here(self) -> bool:
        return self.state in (self.State.ACTIVE, self.State.PAUSED)

    @property
    def phone(self) -> str:
        """The number to call: of the account, or as said on the phone by who has none."""
        if self.account:
            return self.account.phone or ""
        return "" if "@" in self.address else self.address

    @property
    def unproved(self) -> str:
        """What somebody typed who waits for a code, as people read it: for who checks it first."""
        if self.state != self.State.WAITING or self.account_id or not self.address:
            return ""
        return shown(self.address)

    @property
    def cell(self) -> Cell | None:
        if self.cell_row is None or self.cell_column is None:
            return None
        return Cell(self.cell_row, self.cell_column)


class Block(models.Model):
    """Two people who do not meet here any more. Works both ways, without a signal (H4)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    blocker = models.ForeignKey(Member, models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "blocker", "blocked", name="block_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
