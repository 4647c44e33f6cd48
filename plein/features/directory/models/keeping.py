"""Keeping an entry true: versions, whom we ask, what visitors say, and who may keep it."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.directory.models.entries import Entry
from plein.features.directory.models.photos import MorePhoto, Pictured
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.lib.keys import uuid7

MOST_TRIES = 5
CODE_LIVES = timedelta(days=60)
"""So long the code of a letter works."""


class Version(Pictured, models.Model):
    """All that an entry said and showed at one moment. The newest is what it says now."""

    class Cause(models.TextChoices):
        EDIT = "edit", _("changed")
        RESTORE = "restore", _("put back")
        IMPORT = "import", _("from a list")
        UNDO = "undo", _("list taken back")
        MERGE = "merge", _("merged")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="versions")
    cause = models.CharField(max_length=8, choices=Cause.choices, default=Cause.EDIT)
    sheet = models.JSONField()
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, related_name="+", help_text="Kept as long as this is."
    )
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return str(self.pk)


class VersionPhoto(MorePhoto):
    """A photo that an entry showed then, behind the first one."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="more_photos")


class Contact(models.Model):
    """Where we ask whether an entry is still right: a function, and a second person."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="contacts")
    order = models.PositiveSmallIntegerField(default=0)
    function = models.CharField(max_length=60, help_text="secretary, office …; never a name")
    mail = models.EmailField(max_length=254)
    consent_at = models.DateTimeField(
        null=True, blank=True, help_text="When a person said yes to being asked at this address."
    )
    consent_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField(
        null=True, blank=True, help_text="Somebody said this address anew: older bounces are over."
    )
    bounced_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True, help_text="Not the secretary any more")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "entry", "mail", name="contact_once"),
        ]

    def __str__(self) -> str:
        return self.function

    @property
    def can_be_mailed(self) -> bool:
        return self.bounced_at is None and self.stopped_at is None


class Remark(models.Model):
    """What a visitor says is not right ("Klopt dit niet?"). Guests may, so often without a name."""

    class What(models.TextChoices):
        PHONE = "phone", _("The phone number")
        HOURS = "hours", _("The opening hours")
        ADDRESS = "address", _("The address")
        GONE = "gone", _("It does not exist any more")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="remarks")
    what = models.CharField(max_length=8, choices=What.choices)
    words = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    from_contact = models.BooleanField(default=False, help_text="Through the link in our mail.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index("town", "handled_at", name="remark_open")]

    def __str__(self) -> str:
        return str(self.pk)


class Claim(models.Model):
    """A member says: I speak for this organisation."""

    class Way(models.TextChoices):
        MAIL = "mail", _("by mail")
        LETTER = "letter", _("by letter")
        STEWARD = "steward", _("through a steward")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="claims")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    way = models.CharField(max_length=8, choices=Way.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    words = models.CharField(max_length=300, blank=True, help_text="How they know each other.")
    mail = models.EmailField(max_length=254, blank=True, help_text="At the organisation's domain.")
    digest = models.CharField(max_length=64, blank=True, help_text="Of the code in the letter.")
    tries = models.PositiveSmallIntegerField(default=0)
    printed_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["town", "entry", "member"],
                condition=Q(state="waiting"),
                name="claim_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.state}"

    @property
    def code_works(self) -> bool:
        """A letter is in the post or in the letter box, and not too old or tried too often."""
        if not self.digest or self.printed_at is None or self.tries >= MOST_TRIES:
            return False
        return self.printed_at > timezone.now() - CODE_LIVES

    @property
    def letter_comes(self) -> bool:
        """It waits for the printer, or for who has the letter."""
        unprinted = self.way == self.Way.LETTER and not self.digest
        return unprinted or self.code_works
