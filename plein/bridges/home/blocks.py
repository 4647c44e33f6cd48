"""The blocks of a front page, in the order of the manager. Values in, values out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
KEYS = tuple(block.key for block in BLOCKS)
BY_KEY = {block.key: block for block in BLOCKS}


@dataclass(frozen=True)
class Arrangement:
    """Every block in its place, and which are off."""

    order: tuple[str, ...] = KEYS
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


def arrangement(order: Iterable[str], off: Iterable[str]) -> Arrangement:
    """What was kept, also when blocks came or went since: new ones stand last."""
    known = [key for key in dict.fromkeys(order) if key in BY_KEY]
    return Arrangement(
        (*known, *(key for key in KEYS if key not in known)), frozenset(off) & set(KEYS)
    )


def shown(filled: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of what has something in it: at most three blocks, and the lines under them."""
    blocks = [key for key in filled if not BY_KEY[key].is_line][:MOST]
    return blocks, [key for key in filled if BY_KEY[key].is_line]
