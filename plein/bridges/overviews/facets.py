"""How many there are of each thing that can be chosen, among what was found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any
from uuid import UUID

from plein.bridges.overviews import queries
from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, TIMES, Choices
from plein.bridges.overviews.filters import Lists, Word
from plein.bridges.overviews.queries import Found
from plein.bridges.overviews.search.hits import Hit
from plein.bridges.overviews.search.tokens import PARTS_OF_WEEK
from plein.foundation.communities.models import Community


@dataclass(frozen=True)
class Option:
    value: str
    words: Word
    count: str
    chosen: bool


Options = Sequence[Option]
Entry = tuple[str, Word, str]
"""(as it stands in the address, words, key)"""


@dataclass(frozen=True)
class Facets:
    themes: Options
    groups: Options
    areas: Options
    times: Options
    costs: Options
    access: Options
    languages: Options
    kinds: Mapping[str, str]
    """{kind: how many}"""
    houses: Mapping[str, str]


def facets(found: Found, lists: Lists, community: Community) -> Facets:
    filters, count = found.filters, _Counts(found)
    themes, groups = _listed(lists.themes), _listed(lists.groups)
    areas = [(area.slug, area.name, area.slug) for area in lists.areas]
    in_area = in_areas(count.of("areas"), lists.areas, community)
    parts = _parts_of_week(count.of("when_bits"))
    languages = [(code, words, code) for code, words in LANGUAGES.items()]
    return Facets(
        themes=count.options("themes", themes, count.each("themes"), _key(filters.theme)),
        groups=count.options("groups", groups, count.each("groups"), _key(filters.group)),
        areas=count.options("areas", areas, in_area, filters.area.slug if filters.area else ""),
        times=count.options("when_bits", _of(TIMES), parts, filters.part_of_week),
        costs=count.options("cost", _of(COSTS), count.of("cost"), filters.cost),
        access=count.options("access", _of(ACCESS), count.each("access"), *filters.access),
        languages=count.options("languages", languages, count.each("languages"), filters.language),
        kinds={kind: count.said("kind", number) for kind, number in count.of("kind").items()},
        houses={
            house: count.said("house", number, chosen=house == filters.house)
            for house, number in count.of("house").items()
        },
    )


class _Counts:
    def __init__(self, found: Found) -> None:
        self.found = found
        self.instead = queries.counts_instead(found)

    def of(self, column: str) -> Counter[Any]:
        """How often each value of a column of the hits occurs."""
        if column in self.instead:
            return self.instead[column]
        return Counter(map(itemgetter(Hit._fields.index(column)), self.found.hits))

    def each(self, column: str) -> Counter[Any]:
        """The same for a column with several keys: |key|key|."""
        counts: Counter[Any] = Counter()
        for kept, number in self.of(column).items():
            for key in kept.strip("|").split("|"):
                counts[key] += number
        return counts

    def options(
        self, column: str, entries: Iterable[Entry], counts: Mapping[str, int], *chosen: str
    ) -> Options:
        """What would find nothing is not offered."""
        return [
            Option(
                value,
                words,
                self.said(column, counts.get(key, 0), chosen=key in chosen),
                key in chosen,
            )
            for value, words, key in entries
            if counts.get(key) or key in chosen
        ]

    def said(self, column: str, count: int, *, chosen: bool = False) -> str:
        """What was chosen, has all that was found; of a set that was cut off, "at least"."""
        instead, found = self.instead.get(column), self.found
        count = found.count if chosen else count
        cut = found.cut if chosen or instead is None else instead.total() > found.most
        return f"{min(count, found.most)}+" if cut else str(count)


def _listed(entries: Sequence[Any]) -> list[Entry]:
    return [(entry.key, entry.name, entry.key) for entry in entries]


def _key(entry: Any) -> str:
    return entry.key if entry else ""


def _of(choices: Choices) -> list[Entry]:
    return [(path, words, key) for path, (words, key) in choices.items()]


def in_areas(
    found: Mapping[str | None, int], areas: Iterable[Community], community: Community
) -> Counter[str]:
    """{slug: how many in this wijk and what lies in it}; what is there twice counts once."""
    within = {key: area.slug for area in areas for key in community.tree.below(area)}
    counts: Counter[str] = Counter()
    for kept, number in found.items():
        for slug in {within.get(UUID(key), "") for key in kept.split("|")} if kept else ():
            counts[slug] += number
    return counts


def _parts_of_week(bits: Counter[Any]) -> Counter[Any]:
    """Nothing said about time fits every part of the week."""
    counts: Counter[Any] = Counter()
    for kept, number in bits.items():
        for part, mask in PARTS_OF_WEEK.items():
            if not kept or kept & mask:
                counts[part] += number
    return counts
