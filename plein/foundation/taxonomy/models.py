"""Themes and target groups: a starting list for all, and each town's own."""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import get_language

from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7

T = TypeVar("T")


def in_language(texts: dict[str, T], *, default: T) -> T:
    """The text in the reader's language, with Dutch as fallback."""
    language = (get_language() or "nl").split("-")[0]
    return texts.get(language) or texts.get("nl") or default


class ListedQuerySet(models.QuerySet[Any]):
    def in_town(self, town_id: Any) -> Self:
        return self.filter(town=town_id)

    def in_use(self) -> Self:
        return self.filter(stopped_at=None)


class Listed(models.Model):
    """An entry of a list that people manage: `names` is {language: text}, Dutch as fallback."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    key = models.SlugField(max_length=40)
    names = models.JSONField(default=dict)
    pictogram = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    same_as = models.CharField(
        max_length=40, blank=True, help_text="Key in the starting list that means the same."
    )
    stopped_at = models.DateTimeField(null=True, blank=True)

    objects = ListedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar = ["order", "key"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "key", name="%(class)s_key_once_in_town"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader's language, else in Dutch."""
        return str(in_language(self.names, default=self.key))


class Theme(Listed):
    """What a post, activity or organisation is about."""

    words = models.JSONField(
        default=dict,
        blank=True,
        help_text="Strip, teaser and example sentences per kind: see starting_list.toml.",
    )

    def said(self, which: str) -> str:
        """The strip ("ask", "offer") or the "teaser" in the reader's language, else in Dutch."""
        return str(in_language(self.words.get(which, {}), default=""))

    def examples(self, kind: str) -> list[str]:
        """Three sentences to tap in the wizard, for "ask" or "offer"."""
        return in_language(self.words.get(f"{kind}_examples", {}), default=[])


class TargetGroup(Listed):
    """For whom something is meant."""


class MemberTheme(models.Model):
    """A theme somebody likes or is good at. Stands on no page of another member."""

    class Kind(models.TextChoices):
        INTEREST = "interest"
        TALENT = "talent"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", "theme", "kind", name="member_theme_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.theme_id}"


class MemberTargetGroup(models.Model):
    """A group somebody likes to do things with."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    group = models.ForeignKey(TargetGroup, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", "group", name="member_group_once"),
        ]

    def __str__(self) -> str:
        return str(self.group_id)
