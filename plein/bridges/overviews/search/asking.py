"""From what somebody chose to what the index is asked."""

from collections.abc import Iterator

from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.search import tokens
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.match import Match, Token, any_token, every, some
from plein.bridges.overviews.search.meanings import Meanings


def question(eyes: Eyes, house: str, filters: Filters, meanings: Meanings) -> Match:
    """All that was chosen, and all words."""
    chosen = list(choices(eyes, filters))
    said = [some(eyes.word(keys) for keys in each) for each in meanings.values()]
    return every([eyes.here(house or filters.house), *chosen, *said])


def in_titles(eyes: Eyes, meanings: Meanings) -> Match:
    """Each word in the title."""
    return every(some(eyes.title_word(keys) for keys in each) for each in meanings.values())


def choices(eyes: Eyes, filters: Filters) -> Iterator[Match]:
    """One part for each choice."""
    named = (
        ("k", filters.kind),
        ("t", filters.theme.key if filters.theme else ""),
        ("g", filters.group.key if filters.group else ""),
        ("b", filters.cost),
        ("l", filters.language),
        ("e", filters.part_of_week),
        *(("x", key) for key in filters.access),
    )
    for letter, key in named:
        if key:
            yield Token(tokens.choice(letter, key))
    if filters.area:
        below = eyes.community.tree.below(filters.area)
        yield any_token(tokens.in_area(key) for key in below)
    if filters.public_only:
        yield Token(tokens.ANYBODY)
