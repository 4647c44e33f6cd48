"""Whom somebody does not want to meet, as they know them: nobody learns a name here (H4, H12)."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from plein.foundation.communities.models import Block, Member
from plein.shared.conversations.models import Conversation


@dataclass(frozen=True, slots=True)
class KeptAway:
    """One block of my own. `key` is of the block: the key of a person would lead to a name."""

    key: UUID
    name: str
    about: str


def kept_away(member: Member) -> list[KeptAway]:
    """The newest first. Only the own blocks: of a block by another nobody hears."""
    blocks = Block.objects.filter(town=member.town_id, blocker=member).select_related("blocked")
    found = list(blocks.order_by("-id"))
    titles = _without_a_name(member, [one.blocked_id for one in found])
    return [
        KeptAway(
            key=one.pk,
            name=_("Somebody") if one.blocked_id in titles else one.blocked.name,
            about=_only(titles[one.blocked_id]) if one.blocked_id in titles else "",
        )
        for one in found
    ]


def _without_a_name(member: Member, people: list[UUID]) -> dict[UUID, list[str]]:
    """{who shows me no name in a talk: the titles of those talks}, which I read there too."""
    titles: dict[UUID, list[str]] = defaultdict(list)
    talks = Conversation.objects.of(member).filter(veiled__in=people)
    for key, title in talks.values_list("veiled_id", "title"):
        titles[key].append(title)
    return dict(titles)


def _only(titles: list[str]) -> str:
    """Two titles would tell that they are of one person."""
    return titles[0] if len(titles) == 1 else ""
