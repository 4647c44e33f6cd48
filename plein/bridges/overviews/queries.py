"""Finding rows: each reader finds by what they may read, and by nothing else (TRUST-7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from django.db.models import JSONField, Value

from plein.bridges.overviews.filters import Filters, key_of
from plein.bridges.overviews.houses import House, house_of
from plein.bridges.overviews.models import Row, RowQuerySet
from plein.bridges.overviews.ordering import ordered
from plein.bridges.overviews.periods import bounds
from plein.bridges.overviews.search.asking import in_titles, question
from plein.bridges.overviews.search.by_day import soonest
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import MOST, Asked, Hit, by_name, counts, newest
from plein.bridges.overviews.search.meanings import Meanings, meanings
from plein.bridges.overviews.search.suggesting import did_you_mean
from plein.foundation.communities.models import Community, Content, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.taxonomy.models import TargetGroup, Theme

A_PAGE = 24
FEW_FOUND = 3
COUNTED = 100
"""Further than this we do not count aloud: "more than 100"."""
COLUMN_OF = {"theme": "themes", "group": "groups", "area": "areas", "house": "house"}
"""{choice: column}: of these the other possibilities are counted too when one is chosen."""
ALL = 10_000
"""On the screen, in a file and on paper alike."""
MOST_NEAR = 2_000
"""What is nearest is not what is newest, so more is looked at."""


@dataclass(frozen=True)
class Found:
    """All hits that fit, in the order of the page, and how they were asked for."""

    eyes: Eyes
    house: House
    filters: Filters
    hits: Sequence[Hit]
    meanings: Meanings
    most: int = MOST
    cut: bool = False
    """There are more than the `most` that are sorted, counted and shown."""
    instead: Sequence[Asked] = ()
    """Of what has dates: the question of each choice that could be made instead."""

    @property
    def count(self) -> int:
        return len(self.hits)

    @property
    def many(self) -> bool:
        return self.count > COUNTED

    @cached_property
    def seen(self) -> int:
        """How many stand up to the last card somebody saw; none when that is gone."""
        key = key_of(self.filters.after)
        names = (key.hex, str(key)) if key else ()
        cards = enumerate(self.hits, 1) if key else ()
        return next((n for n, hit in cards if (hit.moment or hit.key) in names), 0)

    @property
    def is_past(self) -> bool:
        """Whether the page after the last card somebody saw goes past these."""
        if not self.filters.after:
            return False
        return (self.seen or self.count) + A_PAGE >= self.count

    @cached_property
    def private(self) -> int:
        """How many things stand on the screen of members only, however often each happens."""
        return len({hit.key for hit in self.hits if hit.is_private})


def eyes_of(member: Member | None, community: Community) -> Eyes:
    return Eyes(member, community, frozenset(blocked_ids(member)))


def find(eyes: Eyes, house: House, filters: Filters, *, whole: bool = False) -> Found:
    """The newest 1,000 that fit, best first (of what is near by the nearest of 2,000).

    For a file, and for who pages on beyond those, all others come behind them.
    """
    said = meanings(eyes.community.town_id, filters.asked)
    most = MOST_NEAR if filters.near else MOST
    by_title = said and not (house.dated or filters.near)
    # How to ask by date is looked up for all questions at once.
    looked = [filters, *_instead(filters).values()] if house.dated else [filters]
    asked, *instead = _asked(eyes, house, looked, said, most)
    hits = asked.hits(in_titles(eyes, said) if by_title else None)
    best = ordered(hits[:most], filters, eyes.community, dated=house.dated)
    found = Found(eyes, house, filters, best, said, most, len(hits) > most, instead)
    if not found.cut or not (whole or found.is_past):
        return found
    if not house.dated:
        asked = _asked(eyes, house, [filters], said, ALL)[0]
    rest = replace(asked, most=ALL + 1).rest(most)
    # All others as the database gives them, with no more than their keys.
    return replace(found, hits=[*best, *rest][:ALL], most=ALL, cut=most + len(rest) > ALL)


def _asked(
    eyes: Eyes, house: House, looked: Sequence[Filters], said: Meanings, most: int
) -> list[Asked]:
    """A question to the database for each; of one more, to know whether there are more."""
    most += 1
    town = eyes.community.town_id
    matches = [question(eyes, house.key, filters, said) for filters in looked]
    if house.dated:
        asked = [(match, each.part_of_week) for match, each in zip(matches, looked, strict=True)]
        return soonest(town, asked, *bounds(looked[0].period if looked else None), most=most)
    # With words the newest count; else a list of organisations goes by name.
    if house.by_name and not said:
        return [by_name(town, match, most=most) for match in matches]
    return [
        newest(town, match, narrow=filters.narrow, most=most)
        for filters, match in zip(looked, matches, strict=True)
    ]


def counts_instead(found: Found) -> dict[str, Counter[str]]:
    """Of each choice that was made: {column: {what could be chosen instead: how many}}."""
    looked = _instead(found.filters)
    asked: Sequence[Asked] = [replace(each, most=found.most + 1) for each in found.instead]
    if not found.house.dated:
        asked = _asked(found.eyes, found.house, [*looked.values()], found.meanings, found.most)
    return counts(dict(zip(looked, asked, strict=True)))


def _instead(filters: Filters) -> dict[str, Filters]:
    """{column: all that was asked but the choice of it}"""
    made = {column: name for name, column in COLUMN_OF.items() if getattr(filters, name)}
    return {column: filters.without(name) for column, name in made.items()}


def only_public(filters: Filters) -> Filters:
    return replace(filters, public_only=True, after="")


def once(hits: Sequence[Hit]) -> list[UUID]:
    """Each thing once, at its first moment."""
    return list(dict.fromkeys(hit.row for hit in hits))


def meant(found: Found) -> str:
    """What somebody probably meant, when nothing was found, or little."""
    if found.count > FEW_FOUND or found.filters.after or not found.filters.asked:
        return ""
    return did_you_mean(found.eyes, found.meanings, found.house.key, few=bool(found.hits))


def everything_public(community: Community, house: str, filters: Filters) -> list[Row]:
    """What a stranger finds and may read in full, in the order of the screen: for files and paper.

    Never a private thing, whoever asks (TRUST-7, H15). A dated thing stands there once, at its
    next moment. At most `ALL`, of which the screen shows a stranger the private ones as a teaser.
    """
    chosen = replace(filters, after="")
    found = find(eyes_of(None, community), house_of(house), chosen, whole=True)
    return rows_of(community.town_id, once([hit for hit in found.hits if not hit.is_private]))


def rows_of(town_id: UUID, keys: Sequence[UUID]) -> list[Row]:
    """Rows in the order of their keys."""
    kept: dict[UUID, Row] = {}
    for start in range(0, len(keys), 5_000):
        part = Row.objects.filter(town=town_id, pk__in=keys[start : start + 5_000])
        kept |= {row.pk: row for row in part}
    return [kept[key] for key in keys if key in kept]


def may_read(row: Row, member: Member | None, community: Community) -> bool:
    """Whether this reader may read all of it."""
    if row.audience == Content.Audience.PUBLIC:
        return True
    if member and (member.is_greeted or row.author == member.pk):
        return True
    return row.openable and community.tree.all[row.community_id].public_tasks_open


def on_site(member: Member | None, community: Community, house: str) -> RowQuerySet:
    """Rows of one house, for a few of the newest; what people choose goes by the index."""
    rows: RowQuerySet = Row.objects.in_community(community).filter(house=house)
    return rows.not_by(blocked_ids(member))


def themes(town_id: object) -> list[Theme]:
    return list(Theme.objects.in_town(town_id).in_use())


def target_groups(town_id: object) -> list[TargetGroup]:
    return list(TargetGroup.objects.in_town(town_id).in_use())


def listed(town_id: object) -> tuple[list[Theme], list[TargetGroup]]:
    """Themes and target groups, by one query; also those that nobody can choose any more."""
    names = [field.attname for field in TargetGroup._meta.concrete_fields]
    themes = Theme.objects.in_town(town_id).annotate(is_theme=Value(value=True))
    groups = TargetGroup.objects.in_town(town_id)
    groups = groups.annotate(words=Value({}, JSONField()), is_theme=Value(value=False))
    columns = (*names, "words", "is_theme")
    both = themes.order_by().values_list(*columns).union(
        groups.order_by().values_list(*columns), all=True
    )  # fmt: skip
    rows = list(both.order_by("order", "key"))
    return (
        [Theme(**dict(zip(columns[:-1], row, strict=False))) for row in rows if row[-1]],
        [TargetGroup(**dict(zip(names, row, strict=False))) for row in rows if not row[-1]],
    )
