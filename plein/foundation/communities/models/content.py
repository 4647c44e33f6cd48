"""What every row that people read has."""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models.community import Community
from plein.lib.codes import short_code, unused
from plein.lib.keys import uuid7


class ContentQuerySet(models.QuerySet[Any]):
    """Sets of content; every list starts with `in_community`."""

    def in_community(self, community: Community) -> Self:
        """What may stand on this community's pages, by the reach its owner chose."""
        tree = community.tree
        shown = Q(community=community.pk)
        if community.takes_up and (below := tree.below(community) - {community.pk}):
            shown |= Q(community__in=below, reach__in=[Content.Reach.UP, Content.Reach.ALL])
        if community.takes_down and community.parent_id:
            shown |= Q(reach=Content.Reach.ALL)
        return self.filter(shown, town=community.town_id)

    def not_hidden(self) -> Self:
        return self.filter(hidden_at=None)


class Content(models.Model):
    """What every row that people read has: where it stands, how far it goes, who may see it."""

    class Reach(models.TextChoices):
        HERE = "here", _("Only here")
        UP = "up", _("Here and in the town around it")
        ALL = "all", _("Everywhere in the town")

    class Audience(models.TextChoices):
        MEMBERS = "members", _("People we have met")
        PUBLIC = "public", _("Everybody")

    class Door(models.TextChoices):
        SCREEN = "screen", _("On a screen")
        MATCHPOINT = "matchpoint", _("At a matchpoint")
        VISIT = "visit", _("Through a professional")
        PHONE = "phone", _("By phone")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, default=short_code, editable=False)
    reach = models.CharField(max_length=5, choices=Reach.choices, default=Reach.UP)
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.PUBLIC)
    door = models.CharField(max_length=12, choices=Door.choices, default=Door.SCREEN)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = ContentQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "code", name="%(app_label)s_%(class)s_code_once_in_town"
            ),
        ]

    town_id: UUID
    community_id: UUID

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.code = unused(self.code, self._is_taken)
        super().save(*args, **kwargs)

    def _is_taken(self, code: str) -> bool:
        return type(self)._base_manager.filter(town=self.town_id, code=code).exists()
