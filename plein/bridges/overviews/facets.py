"""How many there are of each thing that can be chosen, among what was found."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plein.bridges.overviews import queries
from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, TIMES, Choices
from plein.bridges.overviews.filters import Filters, Lists, Word
from plein.bridges.overviews.queries import Found
from plein.bridges.overviews.search.hits import Hit
from plein.bridges.overviews.search.tokens import PARTS_OF_WEEK
from plein.foundation.communities.models import Community

RECOUNTED = ("theme", "group", "area")
"""Of these the other possibilities are counted too when one is chosen: one question each."""


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
    filters = found.filters
    count = _Counts(found)
    below = {area.slug: community.tree.below(area) for area in lists.areas}
    areas = count.of("area", lambda hit: [hit.area_key] if hit.area else [])
    in_area = Counter({slug: sum(areas[key] for key in keys) for slug, keys in below.items()})
    return Facets(
        themes=_entries(lists.themes, filters.theme, count.of("theme", _theme), count.said),
        groups=_entries(lists.groups, filters.group, count.of("group", _groups), count.said),
        areas=[
            Option(area.slug, area.name, count.said(in_area[area.slug]), area == filters.area)
            for area in lists.areas
            if in_area[area.slug] or area == filters.area
        ],
        times=_named(TIMES, [filters.part_of_week], count.of("time", _times), count.said),
        costs=_named(COSTS, [filters.cost], count.of("cost", _cost), count.said),
        access=_named(ACCESS, filters.access, count.of("access", _access), count.said),
        languages=_languages(filters, count.of("language", _language), count.said),
        kinds=_told(count.of("kind", lambda hit: [hit.kind]), count.said),
        houses=_told(count.of("house", lambda hit: [hit.house]), count.said),
    )


class _Counts:
    def __init__(self, found: Found) -> None:
        self.found = found

    def of(self, name: str, values: Callable[[Hit], Iterable[Any]]) -> Counter[Any]:
        hits = self.found.hits
        if name in RECOUNTED and getattr(self.found.filters, name):
            hits = queries.hits_for(self.found, self.found.filters.without(name))
        return Counter(value for hit in hits for value in values(hit))

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


def _theme(hit: Hit) -> Iterable[str]:
    return [hit.theme]


def _groups(hit: Hit) -> Iterable[str]:
    return _keys(hit.groups)


def _access(hit: Hit) -> Iterable[str]:
    return _keys(hit.access)


def _language(hit: Hit) -> Iterable[str]:
    return _keys(hit.languages)


def _cost(hit: Hit) -> Iterable[str]:
    return [hit.cost] if hit.cost else []


def _times(hit: Hit) -> Iterable[str]:
    bits = hit.when_bits
    return [part for part, mask in PARTS_OF_WEEK.items() if not bits or bits & mask]


def _keys(kept: str) -> Iterable[str]:
    return kept.strip("|").split("|") if kept else ()
