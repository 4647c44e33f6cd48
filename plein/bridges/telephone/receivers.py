"""A place takes no asks for a while: here stands who can be called instead."""

from typing import Any

from django.dispatch import receiver

from plein.bridges.telephone.numbers import open_numbers
from plein.features.noticeboard.elsewhere import Elsewhere
from plein.features.noticeboard.signals import open_elsewhere
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Theme


@receiver(open_elsewhere)
def from_the_social_map(
    *, community: Community, theme: Theme | None, **_more: Any
) -> list[Elsewhere]:
    return open_numbers(community, theme)
