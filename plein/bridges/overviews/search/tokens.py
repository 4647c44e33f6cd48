"""By which tokens a row is found: its words, and all by which people choose.

The first letter says what a token is. A word that everybody may find it by is `p…`; one that only
greeted members may find it by is `m…` (TRUST-7): who was not greeted never asks for an `m`.
"""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from plein.bridges.overviews.models import Row
from plein.bridges.overviews.search.light import words_of
from plein.foundation.communities.models import Content
from plein.lib import week

Keys = Callable[[str], frozenset[str]]
PUBLIC, MEMBERS, PUBLIC_TITLE, MEMBERS_TITLE = "p", "m", "n", "q"
PARTS_OF_WEEK = {"1": week.DAYTIME, "2": week.EVENINGS, "3": week.WEEKEND}


def stands_in(community: UUID) -> str:
    return f"c{community.hex}"


def shared_up(community: UUID) -> str:
    """Stands in this community and reaches those around it."""
    return f"u{community.hex}"


def shared_down(town: UUID) -> str:
    """Reaches every part of this town, wherever it stands."""
    return f"d{town.hex}"


def all_over(town: UUID, house: str) -> str:
    """Of this house, and shown on the pages of the whole town: one token instead of all parts."""
    return f"a{town.hex}{house}"


def by(author: UUID) -> str:
    return f"o{author.hex}"


def in_area(area: UUID) -> str:
    return f"w{area.hex}"


def choice(letter: str, key: str) -> str:
    """h house, k kind, t theme, g target group, b cost, x access, l language, e part of week."""
    return f"{letter}{key}"


ANYBODY, GREETED, OPENABLE = "spublic", "smembers", "z1"


def tokens_of(row: Row, keys: Keys) -> set[str]:
    """All tokens of a row; `keys` is the analyser."""
    return set(_of_words(row, keys)) | set(_of_choices(row))


def _of_words(row: Row, keys: Keys) -> Iterator[str]:
    public = _keys(words_of(row.public_words), keys)
    yield from (PUBLIC + key for key in public)
    yield from (MEMBERS + key for key in _keys(words_of(row.words), keys) - public)
    title = _keys(words_of(row.title), keys)
    private = row.audience != Content.Audience.PUBLIC
    yield from ((MEMBERS_TITLE if private else PUBLIC_TITLE) + key for key in title)


def _keys(words: Iterable[str], keys: Keys) -> set[str]:
    return {key for word in set(words) for key in keys(word)}


def _of_choices(row: Row) -> Iterator[str]:
    yield from _of_place(row)
    yield choice("h", row.house)
    yield choice("k", row.kind)
    if row.cost:
        yield choice("b", row.cost)
    yield from (choice("t", key) for key in row.themes)
    for letter, kept in (("g", row.groups), ("x", row.access), ("l", row.languages)):
        yield from (choice(letter, key) for key in kept.strip("|").split("|") if key)
    for part, mask in PARTS_OF_WEEK.items():
        if not row.when_bits or row.when_bits & mask:
            yield choice("e", part)


def _of_place(row: Row) -> Iterator[str]:
    """Where it stands, how far it goes and for whom."""
    yield stands_in(row.community_id)
    if row.reach != Content.Reach.HERE or row.community_id == row.town_id:
        yield all_over(row.town_id, row.house)
    if row.reach != Content.Reach.HERE:
        yield shared_up(row.community_id)
    if row.reach == Content.Reach.ALL:
        yield shared_down(row.town_id)
    yield ANYBODY if row.audience == Content.Audience.PUBLIC else GREETED
    if row.openable:
        yield OPENABLE
    if row.author:
        yield by(row.author)
    yield from map(in_area, row.areas)
