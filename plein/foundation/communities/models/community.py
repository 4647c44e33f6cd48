"""The tree of communities: what a place is called, how it looks and what it does."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.sizes import Size, modules_of
from plein.foundation.media.models import Picture
from plein.foundation.places.models import Area
from plein.lib import phone_hours
from plein.lib.keys import uuid7

if TYPE_CHECKING:
    from plein.foundation.communities.tree import Tree
    from plein.lib.phone_hours import Week


class Community(models.Model):
    """A region, town, district, neighbourhood or street with a face of its own."""

    class Kind(models.TextChoices):
        REGION = "region", _("Region")
        TOWN = "town", _("Town")
        DISTRICT = "district", _("District")
        NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
        STREET = "street", _("Street")

    class Posting(models.TextChoices):
        EVERYBODY = "everybody", _("Everybody who signed in")
        GREETED = "greeted", _("People we have met")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey("self", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    region = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=60)
    host = models.CharField(max_length=253, null=True, blank=True, unique=True)
    next_host = models.CharField(
        max_length=253,
        null=True,
        blank=True,
        unique=True,
        help_text="Becomes the host with the first visit that comes in on it.",
    )
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")

    size = models.CharField(max_length=10, choices=Size.choices, default=Size.VILLAGE)
    module_changes = models.JSONField(default=dict, blank=True)
    filled = models.JSONField(default=dict, blank=True, help_text="Things behind each house.")

    logo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    colours = models.JSONField(default=list, blank=True, help_text="Six house colours, #rrggbb.")
    tokens = models.JSONField(
        default=dict, blank=True, help_text="Own house style: {--basis-…: value}; see theming.py."
    )
    intro = models.TextField(max_length=600, blank=True)
    formal = models.BooleanField(default=False, help_text="u instead of je")
    phone = models.CharField(max_length=20, blank=True)
    phone_hours = models.CharField(max_length=120, blank=True)
    call_hours = models.JSONField(
        default=list, blank=True, help_text="Per weekday, see lib/phone_hours.py; empty: not said."
    )
    walk_in = models.CharField(max_length=200, blank=True)
    posting = models.CharField(max_length=10, choices=Posting.choices, default=Posting.EVERYBODY)
    public_tasks_open = models.BooleanField(
        default=False, help_text="Asks in a public place can be read before greeting (TRUST-7)."
    )
    least_age = models.PositiveSmallIntegerField(
        default=16, help_text="On the town: from which age somebody joins by themselves (H6)."
    )
    takes_up = models.BooleanField(default=True, help_text="Shows what lower communities share.")
    takes_down = models.BooleanField(default=True, help_text="Shows what the town shares.")

    version = models.PositiveIntegerField(
        default=1, help_text="On the town: changes with anything in its tree; stamps caches."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    # Set on the communities of a loaded tree, so that a request asks for it once. Others keep what
    # they were told, as long as this process knows of none newer.
    loaded_tree: "Tree | None" = None
    in_tree = False

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "slug", name="community_slug_once_in_town"),
            models.CheckConstraint(
                condition=Q(kind__in=["town", "region"], parent=None)
                | Q(kind__in=["district", "neighbourhood", "street"], parent__isnull=False),
                name="community_only_parts_have_a_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def modules(self) -> frozenset[str]:
        """Keys of what is on here; everything else is gone. A region owns no content."""
        if self.kind == self.Kind.REGION:
            return frozenset()
        return modules_of(self.size, self.module_changes)

    @property
    def phone_week(self) -> "Week":
        """When this number is answered; a part with the number of its parent has its hours too."""
        if self.call_hours or not self.parent_id:
            return self.call_hours or []
        parent = self.tree.all[self.parent_id]
        return parent.phone_week if self.phone in ("", parent.phone) else []

    @property
    def calling(self) -> str:
        """The same in words; else what the place wrote about it by itself."""
        return phone_hours.words(self.phone_week) or self.phone_hours.strip()

    @property
    def tree(self) -> "Tree":
        from plein.foundation.communities import tree

        if self.loaded_tree is None or not (self.in_tree or tree.is_newest(self.loaded_tree)):
            self.loaded_tree = tree.of(self.town_id)
        return self.loaded_tree
