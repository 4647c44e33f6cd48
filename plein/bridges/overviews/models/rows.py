"""A row per thing that can be found, and a moment for each time at which it happens."""

from collections.abc import Collection
from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from plein.foundation.communities.models import Community, Content, ContentQuerySet
from plein.lib.keys import uuid7

IN_SHORT = ("town", "id", "house", "kind", "theme", "area", "groups", "cost", "access") + (
    *("languages", "when_bits", "sinks", "lat", "lon", "audience", "author", "title"),
    *("more_areas", "more_points", "more_themes"),
)

Point = tuple[float, float]


def parts_of(kept: str) -> list[str]:
    """What stands between the strokes: |one|two."""
    return [part for part in kept.split("|") if part]


def points_of(lat: float | None, lon: float | None, more: str) -> list[Point]:
    """Each public place, the first first; of a private person none (H7)."""
    if lat is None or lon is None:
        return []
    others = (part.split(",") for part in parts_of(more)) if more else ()
    return [(lat, lon), *((float(north), float(east)) for north, east in others)]


class RowQuerySet(ContentQuerySet):
    """`in_community` follows the reach of the thing, as for the content itself."""

    def not_by(self, members: Collection[UUID]) -> Self:
        """Without what stands for people who blocked each other (H4)."""
        return self.exclude(author__in=members) if members else self


class Row(models.Model):
    """A listing as it stands now. Kept by the worker; made anew from `listings.py` at any time.

    A private thing is two things: `public_*` is all that a stranger or an ungreeted member may
    read, search or count (TRUST-7); the other columns are for members who have been greeted.
    """

    id = models.UUIDField(primary_key=True, help_text="Key of the thing itself: newest is highest.")
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    house = models.CharField(max_length=20, help_text="Key of the module whose house it fills.")
    kind = models.CharField(max_length=20, help_text="ask, offer, activity …")
    author = models.UUIDField(null=True, help_text="Member, for blocks; never shown.")
    reach = models.CharField(max_length=5, choices=Content.Reach.choices)
    audience = models.CharField(max_length=8, choices=Content.Audience.choices)
    openable = models.BooleanField(
        default=False, help_text="Readable before greeting where a community opened public tasks."
    )
    theme = models.CharField(max_length=40, blank=True)
    more_themes = models.CharField(
        max_length=200, blank=True, help_text="|key|key| of what else it is about."
    )
    area = models.ForeignKey(Community, models.CASCADE, null=True, related_name="+")
    when_bits = models.PositiveIntegerField(default=0)
    groups = models.CharField(
        max_length=500, blank=True, help_text="|key|key|; empty when private."
    )
    url = models.CharField(max_length=200)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300, blank=True)
    picture = models.CharField(max_length=200, blank=True)
    picture_alt = models.CharField(max_length=250, blank=True)
    byline = models.CharField(max_length=120, blank=True)
    facts = models.JSONField(default=list, help_text="[[pictogram, {language: words}], …]")
    words = models.TextField(help_text="Folded words to search, for greeted members.")
    public_title = models.JSONField(default=dict, help_text="{language: words}")
    public_facts = models.JSONField(default=list)
    public_words = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    organisation = models.UUIDField(null=True, help_text="Which organisation stands for it.")
    languages = models.CharField(max_length=60, blank=True, help_text="|nl|ar|; as groups.")
    cost = models.CharField(max_length=10, blank=True, help_text="free, paid or unknown.")
    access = models.CharField(max_length=200, blank=True, help_text="|wheelchair|quiet|")
    lat = models.FloatField(null=True, help_text="Degrees north, of a public place only (H7).")
    lon = models.FloatField(null=True, help_text="Degrees east.")
    more_areas = models.CharField(
        max_length=400, blank=True, help_text="|key|key of the other wijken where it has a place."
    )
    more_points = models.CharField(
        max_length=300, blank=True, help_text="|lat,lon|lat,lon of its other public places."
    )
    place = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=30, blank=True, help_text="A function's, nobody's own.")
    mail = models.CharField(max_length=254, blank=True, help_text="A function's address.")
    website = models.CharField(max_length=200, blank=True)
    opening = models.JSONField(default=list, help_text="[[day, opens, closes], …] in minutes.")
    closed = models.JSONField(default=list, help_text="Days ahead without their hours.")
    status = models.CharField(max_length=10, blank=True, help_text="full, cancelled or unsure.")
    sinks = models.PositiveSmallIntegerField(default=0, help_text="Higher stands lower (MAP-3).")
    desk_facts = models.JSONField(default=list, help_text="What a desk looks for; anybody may.")
    desk_only = models.JSONField(default=list, help_text="For professionals and connectors only.")

    objects = RowQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index("town", "house", "kind", "id", name="row_by_kind"),
            models.Index("town", "house", "id", name="row_by_house"),
            models.Index("town", "theme", "id", name="row_by_theme"),
            models.Index("town", "house", "sinks", "title", "id", name="row_by_name"),
            models.Index(
                "town",
                "organisation",
                name="row_of_organisation",
                condition=models.Q(organisation__isnull=False),
            ),
            # All that sorting and counting needs: rows are wide, and this is read by thousands.
            models.Index(*IN_SHORT, name="row_in_short"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def areas(self) -> list[UUID]:
        """Each wijk where it has a place, the first first."""
        return [self.area_id, *map(UUID, parts_of(self.more_areas))] if self.area_id else []

    @property
    def themes(self) -> list[str]:
        """All it is about, the first first."""
        return [self.theme, *parts_of(self.more_themes)] if self.theme else []

    @property
    def points(self) -> list[Point]:
        return points_of(self.lat, self.lon, self.more_points)


class Moment(models.Model):
    """One time at which the thing of a row happens."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.CASCADE, related_name="+")
    row = models.ForeignKey(Row, models.CASCADE, related_name="moments")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    all_day = models.BooleanField(default=False)
    when_bits = models.PositiveIntegerField(default=0, help_text="As of `lib.week`, of this time.")
    url = models.CharField(max_length=200, blank=True, help_text="Empty: that of the row.")

    class Meta:
        indexes: ClassVar = [
            # All that the agenda walks by: from the soonest on it passes thousands of moments.
            models.Index("town", "starts_at", "id", "row", "ends_at", name="moment_by_start"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
