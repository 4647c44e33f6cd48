"""Who leaves takes their interests, talents and groups along."""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.signals import member_leaves, town_founded
from plein.foundation.taxonomy.actions import forget_choices, start_lists


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    forget_choices(member)


@receiver(town_founded)
def begin(*, town: Community, **_more: Any) -> None:
    """Every town begins with the starting lists."""
    start_lists(town)
