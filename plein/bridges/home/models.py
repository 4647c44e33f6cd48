"""How the front page of a place is composed, and the number it tells."""

from typing import ClassVar

from django.db import models

from plein.foundation.communities.models import Community
from plein.lib.keys import uuid7


class Front(models.Model):
    """The order of the blocks of one front page. Without a row: the usual order."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    order = models.JSONField(default=list, help_text="Keys of blocks, the first on top.")
    off = models.JSONField(default=list, help_text="Keys of blocks that are off.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", name="front_once"),
        ]

    def __str__(self) -> str:
        return str(self.community_id)


class Number(models.Model):
    """How many neighbours made an appointment lately; counted once a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    day = models.DateField(help_text="The last of the thirty days.")
    agreed = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "community", name="number_once"),
        ]

    def __str__(self) -> str:
        return str(self.agreed)
