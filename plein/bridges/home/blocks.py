"""The blocks of a front page, in the order of the manager. Values in, values out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST = 3
"""A resident's home has at most three blocks (SIMPLE-5); lines are no blocks."""


@dataclass(frozen=True)
class Block:
    key: str
    name: str | Promise
    line: str | Promise
    pictogram: str
    is_line: bool = False
    """One line without a heading, under the blocks."""


BLOCKS = (
    Block("board", _("New on the board"), _("the newest asks and offers"), "push-pin"),
    Block("week", _("This week"), _("what is on in the next seven days"), "calendar-dots"),
    Block("story", _("A story"), _("the newest story or interview"), "book-open-text"),
    Block("welcome", _("Welcome"), _("your words, and where to walk in"), "door-open"),
    Block(
        "number",
        _("A number"),
        _("how many appointments neighbours made, from five"),
        "chart-bar",
        is_line=True,
    ),
    Block("districts", _("Your neighbourhood"), _("the way to each part"), "house-line", True),
)
LINES = frozenset(block.key for block in BLOCKS if block.is_line)
OF_A_PART = (
    *BLOCKS[:2],
    Block("stories", _("News and stories"), _("the newest of this part"), "book-open-text"),
    Block("questions", _("Who knows?"), _("what neighbours ask each other"), "lightbulb"),
    Block(
        "showcase",
        pgettext_lazy("overview", "Always something to do"),
        _("clubs and other things without a date"),
        "hands-clapping",
    ),
    Block("directory", _("Organisations"), _("who can help in this part"), "lifebuoy"),
)
"""Of the page of a part that has no site of its own; there is room for all of them."""


@dataclass(frozen=True)
class Arrangement:
    """Every block in its place, and which are off."""

    order: tuple[str, ...]
    off: frozenset[str] = frozenset()

    def moved(self, key: str, step: int) -> "Arrangement":
        """One place up (-1) or down (1); at the end nothing changes."""
        order = list(self.order)
        at = order.index(key)
        to = min(max(at + step, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        return Arrangement(tuple(order), self.off)

    def switched(self, key: str, *, on: bool) -> "Arrangement":
        return Arrangement(self.order, self.off - {key} if on else self.off | {key})

    def on(self) -> list[str]:
        return [key for key in self.order if key not in self.off]


def arrangement(of: Sequence[Block], order: Iterable[str], off: Iterable[str]) -> Arrangement:
    """What was kept, also when blocks came or went since: new ones stand last."""
    keys = tuple(block.key for block in of)
    known = [key for key in dict.fromkeys(order) if key in keys]
    return Arrangement(
        (*known, *(key for key in keys if key not in known)), frozenset(off) & set(keys)
    )


def shown(filled: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of what has something in it: at most three blocks, and the lines under them."""
    blocks = [key for key in filled if key not in LINES][:MOST]
    return blocks, [key for key in filled if key in LINES]
