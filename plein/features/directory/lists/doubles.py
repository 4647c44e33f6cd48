"""Whether two entries are about the same organisation: by KVK number, or by name and postcode.

Values in, values out. Certain: the same number and nearly the same name or the same postcode, or
the same name at the same postcode. Perhaps: nearly so; then a person chooses.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from plein.lib.listing import fold

CERTAIN, LIKELY = 90, 80
"""Likeness of two names, from 0 to 100, for the same number and for the same postcode."""
EMPTY_WORDS = re.compile(r"\b(?:stichting|st|vereniging|ver|bv|b v|nv|cooperatie|de|het|en)\b")


class Side(NamedTuple):
    """What is compared of an entry."""

    key: UUID
    name: str
    kvk: str
    postcode: str


class Match(NamedTuple):
    side: Side
    certain: bool


def bare(name: str) -> str:
    """A name without what many names have: "Stichting De Wiek" is "wiek"."""
    words = " ".join("".join(s if s.isalnum() else " " for s in fold(name)).split())
    return " ".join(EMPTY_WORDS.sub(" ", words).split()) or words


@dataclass
class Index:
    """All that is known, to find the double of one more without comparing it with everything."""

    def __post_init__(self) -> None:
        self.by_kvk: dict[str, list[Side]] = defaultdict(list)
        self.by_postcode: dict[str, list[Side]] = defaultdict(list)
        self.by_name: dict[str, list[Side]] = defaultdict(list)

    @classmethod
    def of(cls, sides: Iterable[Side]) -> "Index":
        index = cls()
        for side in sides:
            index.add(side)
        return index

    def add(self, side: Side) -> None:
        if side.kvk:
            self.by_kvk[side.kvk].append(side)
        if side.postcode:
            self.by_postcode[side.postcode].append(side)
        self.by_name[bare(side.name)].append(side)

    def find(self, side: Side) -> Match | None:
        """The best double, certain ones first."""
        found = [match for match in self._candidates(side) if match.side.key != side.key]
        return next((m for m in found if m.certain), found[0] if found else None)

    def _candidates(self, side: Side) -> Iterator[Match]:
        for other in self.by_kvk.get(side.kvk, ()) if side.kvk else ():
            near = bool(side.postcode) and other.postcode == side.postcode
            yield Match(other, near or likeness(side.name, other.name) >= LIKELY)
        for other in self.by_postcode.get(side.postcode, ()) if side.postcode else ():
            like = likeness(side.name, other.name)
            # Two numbers in the register are two organisations, whatever they are called.
            if like >= LIKELY and not (side.kvk and other.kvk and side.kvk != other.kvk):
                yield Match(other, like >= CERTAIN)
        for other in self.by_name.get(bare(side.name), ()):
            if not (side.kvk and other.kvk and side.kvk != other.kvk):
                yield Match(other, not side.postcode and not other.postcode)


def likeness(one: str, other: str) -> float:
    """0 to 100; the order of the words does not count."""
    from rapidfuzz.fuzz import token_sort_ratio

    return float(token_sort_ratio(bare(one), bare(other)))


def pairs(sides: Iterable[Side]) -> list[tuple[Side, Match]]:
    """All doubles among many, each pair once, certain ones first."""
    index, found = Index(), list[tuple[Side, Match]]()
    for side in sides:
        if match := index.find(side):
            found.append((side, match))
        index.add(side)
    return sorted(found, key=lambda pair: (not pair[1].certain, pair[0].name))
