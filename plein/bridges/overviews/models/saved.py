"""A filtered overview under a name, at an address that stays (BLOCK-10)."""

from typing import ClassVar

from django.db import models

from plein.foundation.communities.models import Community, Member
from plein.lib.codes import short_code
from plein.lib.keys import uuid7


class SavedList(models.Model):
    """Always what fits now; publications renews its booklet or poster each month."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    code = models.CharField(max_length=8, default=short_code, editable=False)
    name = models.CharField(max_length=80)
    house = models.CharField(max_length=20, blank=True, help_text="Key of the module; empty: all.")
    query = models.CharField(max_length=2_400, blank=True, help_text="As in the address.")
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "code", name="saved_list_code_once_in_town"),
            models.UniqueConstraint(
                "town", "community", "house", "query", name="saved_list_once_in_community"
            ),
        ]

    def __str__(self) -> str:
        return self.name
