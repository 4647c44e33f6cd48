"""How many there are of each thing that can be chosen, among what was found."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from plein.bridges.overviews import queries
from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, TIMES, Choices
from plein.bridges.overviews.filters import Filters, Lists, Word
from plein.bridges.overviews.queries import Found
from plein.bridges.overviews.search.hits import Hit, as_key
from plein.bridges.overviews.search.tokens import PARTS_OF_WEEK
from plein.foundation.communities.models import Community


@dataclass(frozen=True)
class Option:
    value: str
    words: Word
    count: str
    chosen: bool


Options = Sequence[Option]


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
    below = {area.slug: community.tree.below(area) for area in lists.areas}
    areas = {as_key(area): number for area, number in count.of("area_id").items() if area}
    in_area = {slug: sum(areas.get(key, 0) for key in keys) for slug, keys in below.items()}
    parts = _parts_of_week(count.of("when_bits"))
    return Facets(
        themes=_entries(lists.themes, filters.theme, count.of("theme"), count.said),
        groups=_entries(lists.groups, filters.group, count.each("groups"), count.said),
        areas=[
            Option(area.slug, area.name, count.said(in_area[area.slug]), area == filters.area)
            for area in lists.areas
            if in_area[area.slug] or area == filters.area
        ],
        times=_named(TIMES, [filters.part_of_week], parts, count.said),
        costs=_named(COSTS, [filters.cost], count.of("cost"), count.said),
        access=_named(ACCESS, filters.access, count.each("access"), count.said),
        languages=_languages(filters, count.each("languages"), count.said),
        kinds=_told(count.of("kind"), count.said),
        houses=_told(count.of("house"), count.said),
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

    def said(self, count: int) -> str:
        """Of a set that was cut off we only know "at least"."""
        return str(count) if self.found.all_told else f"{count}+"


def _entries(
    entries: Sequence[Any], chosen: Any, counts: Counter[Any], said: Callable[[int], str]
) -> Options:
    """What would find nothing is not offered."""
    return [
        Option(entry.key, entry.name, said(counts[entry.key]), entry == chosen)
        for entry in entries
        if counts[entry.key] or entry == chosen
    ]


def _named(
    choices: Choices, chosen: Iterable[str], counts: Counter[Any], said: Callable[[int], str]
) -> Options:
    kept = set(chosen)
    return [
        Option(path, words, said(counts[key]), key in kept)
        for path, (words, key) in choices.items()
        if counts[key] or key in kept
    ]


def _languages(filters: Filters, counts: Counter[Any], said: Callable[[int], str]) -> Options:
    return [
        Option(code, words, said(counts[code]), code == filters.language)
        for code, words in LANGUAGES.items()
        if counts[code] or code == filters.language
    ]


def _told(counts: Counter[Any], said: Callable[[int], str]) -> dict[str, str]:
    return {value: said(count) for value, count in counts.items()}


def _parts_of_week(bits: Counter[Any]) -> Counter[Any]:
    """Nothing said about time fits every part of the week."""
    counts: Counter[Any] = Counter()
    for kept, number in bits.items():
        for part, mask in PARTS_OF_WEEK.items():
            if not kept or kept & mask:
                counts[part] += number
    return counts
