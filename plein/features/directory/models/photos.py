"""The photos of an entry, now or in an earlier version: the first stands on its card."""

from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from plein.foundation.communities.models import Community
from plein.foundation.media.models import Picture
from plein.lib.keys import uuid7

MOST = 6
"""Photos of one organisation."""
SEVERAL = ("more_photos__picture",)
"""What to prefetch before `pictures` is asked of many versions."""


class MorePhoto(models.Model):
    """One photo behind the first."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    picture = models.ForeignKey(Picture, models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return str(self.order)


class Pictured:
    """What has a first photo, and perhaps more."""

    picture: Any
    picture_id: UUID | None
    more_photos: Any

    @property
    def pictures(self) -> list[Picture]:
        """All of them. When somebody had the first one erased, the next one is first."""
        first = [self.picture] if self.picture_id else []
        return [*first, *(row.picture for row in self.more_photos.all())]
