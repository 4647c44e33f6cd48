"""What a professional gives of a client for one appointment: never kept here, only that it is."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models.responses import Match
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class Release(models.Model):
    """The helper of this match may read the client's address or number, until it is taken back."""

    class What(models.TextChoices):
        ADDRESS = "address", _("address")
        PHONE = "phone", _("phone number")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, models.CASCADE, related_name="releases")
    what = models.CharField(max_length=7, choices=What.choices)
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "match", "what", name="release_once"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.pk}"
