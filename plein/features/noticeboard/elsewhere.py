"""Organisations that may help when this place cannot: asked of who knows the social map.

The board does not know that map; whatever app does, answers the signal `open_elsewhere`.
"""

from dataclasses import dataclass
from typing import Any

from plein.features.noticeboard.signals import open_elsewhere
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Theme

MOST = 3


@dataclass(frozen=True)
class Elsewhere:
    """One organisation to call. `when` says whether somebody is there now, when that is known."""

    name: str
    phone: str
    when: str = ""
    url: str = ""

    @property
    def tel(self) -> str:
        """For a link: without spaces and signs."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def who_else(community: Community, theme: Theme | None) -> list[Elsewhere]:
    """At most three, the best first; none where nobody keeps a map."""
    answers: list[Any] = open_elsewhere.send(sender=None, community=community, theme=theme)
    found: list[Elsewhere] = [one for _receiver, some in answers for one in some]
    return found[:MOST]
