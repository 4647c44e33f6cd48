"""Pictures that people add, in three sizes, without what the camera wrote in them."""

import secrets
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone

from plein.lib.keys import uuid7

SIZES = (320, 800, 1600)
"""Largest width or height of each kept size."""


def new_folder() -> str:
    return secrets.token_hex(16)


class Picture(models.Model):
    """One picture. Its files stand in a folder that nobody can guess."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town_id = models.UUIDField()
    made_by = models.UUIDField(null=True, help_text="The member who added it.")
    alt = models.CharField(max_length=250, blank=True, help_text="What can be seen, in words.")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    folder = models.CharField(max_length=32, default=new_folder, editable=False, db_index=True)
    made_at = models.DateTimeField(default=timezone.now)
    hidden_at = models.DateTimeField(
        null=True, blank=True, help_text="Its address shows an empty field until it is cleared."
    )

    loose_until = models.DateTimeField(
        null=True, blank=True, help_text="Belongs to nothing yet: a form is not sent. Then it goes."
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["town_id", "made_by"], name="picture_maker")]

    def __str__(self) -> str:
        return self.alt or str(self.pk)

    def url(self, size: int = 800) -> str:
        return reverse("media:picture", args=[self.pk, size])

    def path(self, size: int) -> str:
        """Where the file stands in the storage."""
        return f"pictures/{self.town_id.hex}/{self.folder}/{size}.webp"

    def paths(self) -> list[str]:
        return [self.path(size) for size in SIZES]

    def dimensions(self, size: int = 800) -> tuple[int, int]:
        """Width and height of a kept size, so that pages do not jump while loading."""
        scale = min(1.0, size / max(self.width, self.height))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))
