"""What members may do, where, and until when."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models.community import Community
from plein.foundation.communities.models.member import Member
from plein.lib.keys import uuid7


class RoleName(models.TextChoices):
    VOLUNTEER = "volunteer", _("Volunteer")
    PROFESSIONAL = "professional", _("Professional")
    HOST = "host", _("Host of a matchpoint")
    CONNECTOR = "connector", _("Connector")
    EDITOR = "editor", _("Editor of pages and news")
    MANAGER = "manager", _("Community manager")
    OWNER = "owner", _("Owner")


BOUND = (RoleName.HOST, RoleName.CONNECTOR)
"""These learn who asks what: they count after the promise and the safety training."""


class RoleQuerySet(models.QuerySet["Role"]):
    def counting(self) -> Self:
        """That did not end, and for which nothing is waited any more."""
        unbound = Q(member__pledged_at=None) | Q(member__trained_on=None)
        waiting = Q(role__in=BOUND) & unbound
        return self.exclude(until__lt=timezone.localdate()).exclude(waiting)


class Role(models.Model):
    """What a member may do in a community and everything below it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="roles")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=RoleName.choices)
    subject = models.CharField(
        max_length=40, blank=True, help_text="Key of a theme or target group; empty: all."
    )
    given_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "member", "community", "role", "subject", name="role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.subject}".strip()
