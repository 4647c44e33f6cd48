"""What stands on the front page of a place: its blocks, filled for who looks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from plein.bridges.home import blocks
from plein.bridges.home.blocks import Arrangement, Block
from plein.bridges.home.models import Front, Number
from plein.bridges.home.newest import Looker, Wanted
from plein.features.pages.queries import story_of_now
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import PleinRequest
from plein.ui.card import Card

LEAST = 5
"""A smaller number is not told: it could be about people one knows."""


@dataclass
class FilledFront:
    """Keys of the blocks in their order, the lines under them, and what is in each."""

    blocks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    inside: dict[str, Any] = field(default_factory=dict)


def arrangement_of(community: Community) -> Arrangement:
    front = Front.objects.filter(town=community.town_id, community=community).first()
    kept = (front.order, front.off) if front else ((), ())
    return blocks.arrangement(blocks_of(community), *kept)


def blocks_of(community: Community) -> tuple[Block, ...]:
    """Those of a site, or those of a page on the site around it."""
    return blocks.BLOCKS if community.host else blocks.OF_A_PART


def fill(request: PleinRequest) -> FilledFront:
    """Blocks without anything in them are left out; three have a heading."""
    community = request.community
    looker = Looker(request)
    makers: dict[str, Callable[[], Any]] = {
        "board": lambda: looker.newest(Wanted("noticeboard"))[0],
        "week": lambda: looker.this_week(3),
        "story": lambda: story(request),
        "welcome": lambda: True,
        "number": lambda: number_of(community),
        "districts": lambda: districts(community),
    }
    inside: dict[str, Any] = {}
    headed = 0
    for key in arrangement_of(community).on():
        is_line = key in blocks.LINES
        if not is_line and headed >= blocks.MOST:
            continue
        if made := makers[key]():
            inside[key] = made
            headed += not is_line
    shown, lines = blocks.shown(list(inside))
    return FilledFront(shown, lines, inside)


NEWEST_OF_A_PART = {
    "board": Wanted("noticeboard"),
    "stories": Wanted("about", 4, ("news", "story", "note")),
    "questions": Wanted("about", 4, ("question",)),
    "showcase": Wanted("showcase", 4),
    "directory": Wanted("directory"),
}


def sections(looker: Looker, part: Community) -> list[tuple[str, list[Card]]]:
    """What stands on the page of a part without a site. Of an empty board one reads that too."""
    keys = arrangement_of(part).on()
    wanted = {key: NEWEST_OF_A_PART[key] for key in keys if key in NEWEST_OF_A_PART}
    made = dict(zip(wanted, looker.newest(*wanted.values()), strict=True))
    if "week" in keys:
        made["week"] = looker.this_week(4)
    return [(key, made[key]) for key in keys if made[key] or key == "board"]


def story(request: PleinRequest) -> Any:
    if "about" not in request.community.modules:
        return None
    return story_of_now(request.member, request.community)


def number_of(community: Community) -> int:
    """Of the last thirty days; a small number is no number."""
    numbers = Number.objects.filter(town=community.town_id, community=community)
    agreed = numbers.values_list("agreed", flat=True).first() or 0
    return agreed if agreed >= LEAST else 0


def districts(community: Community) -> list[Community]:
    if "districts" not in community.modules:
        return []
    return community.tree.districts(community)
