"""The list of words of a town, and words that mean the same there."""

from typing import ClassVar

from django.db import models

from plein.foundation.communities.models import Community
from plein.lib.keys import uuid7


class Word(models.Model):
    """A word that somebody used, with what it is found by. A web process only looks it up."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    word = models.CharField(max_length=40, help_text="Folded.")
    start = models.CharField(max_length=3, help_text="Its first three signs, to look it up by.")
    keys = models.TextField(help_text="What the analyser made of it, with spaces between.")
    public = models.BooleanField(
        default=False, help_text="Stands in something everybody may find; else never suggested."
    )
    uses = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "word", name="word_once_in_town"),
        ]
        indexes: ClassVar = [models.Index("town", "start", name="word_by_start")]

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """Words that mean the same here: who searches for one finds all."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    words = models.CharField(max_length=200, help_text="With commas: noaberschap, burenhulp.")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["words"]
        indexes: ClassVar = [models.Index("town", "words", name="synonym_in_town")]

    def __str__(self) -> str:
        return self.words
