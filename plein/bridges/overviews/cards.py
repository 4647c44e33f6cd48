"""A row as a card, for one reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from plein.bridges.overviews import queries
from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.nearby import Near, middles_of
from plein.bridges.overviews.sources import source_of
from plein.bridges.overviews.wording import DISTANCES, said_moment
from plein.foundation.communities.models import Community, Member
from plein.foundation.taxonomy.models import Theme
from plein.lib.listing import ListingSource, in_my_language
from plein.ui.card import Card, Fact

CLOCKS = ("clock", "calendar")
THEMED = ("agenda", "showcase", "directory")
"""Here everything is of one kind, and the theme says more."""


@dataclass(frozen=True)
class Reading:
    """Who reads, where, and what is known about the place."""

    member: Member | None
    community: Community
    themes: Mapping[str, Theme]
    house: str = ""
    """The one block that is read; empty when several are read together."""
    near: Near | None = None

    @property
    def town_id(self) -> UUID:
        return self.community.town_id


def card(row: Row, reading: Reading, moment: Moment | None = None) -> Card:
    """In full for who may read all of it; else only the teaser is used."""
    full = queries.may_read(row, reading.member, reading.community)
    source, theme = source_of(row.kind, row.house), reading.themes.get(row.theme)
    mine = bool(reading.member and row.author == reading.member.pk)
    action = str(source.action) if source and not mine else ""
    kind, strip = source.card if source else "plain", _strip(row, reading, theme)
    url = (moment.url if moment else "") or row.url
    return Card(
        kind=kind,  # type: ignore[arg-type]
        strip=strip,
        title=row.title if full else in_my_language(row.public_title),
        url=url,
        text=row.summary if full else "",
        facts=_facts(row.facts if full else row.public_facts, moment) + _distance(reading, row),
        pictogram=theme.pictogram if theme else "",
        picture=row.picture if full else "",
        picture_alt=row.picture_alt if full else "",
        action=action,
        action_url=f"{url}{source.action_path}" if source and action else "",
        action_pictogram=source.action_pictogram if source else "arrow-right",
        strip_pictogram=_mark(source, theme, strip) if kind == "plain" else "",
    )


def _mark(source: ListingSource | None, theme: Theme | None, strip: str) -> str:
    """The drawing that goes with the words in the strip: of the theme, or of what sort it is."""
    if theme and strip == theme.name:
        return theme.pictogram
    return source.action_pictogram if source else ""


def _strip(row: Row, reading: Reading, theme: Theme | None) -> str:
    """Above the card: who asks or gives; in a list of one kind the theme, else the kind."""
    if theme and (said := theme.said(row.kind)):
        return said
    if theme and row.house == reading.house and row.house in THEMED:
        return theme.name
    source = source_of(row.kind, row.house)
    return str(source.name) if source else ""


def _facts(facts: Sequence[Sequence[Any]], moment: Moment | None) -> tuple[Fact, ...]:
    """On a day of the agenda the time of that day stands there, not the whole series."""
    told = tuple(Fact(str(name), in_my_language(words)) for name, words in facts)
    if moment is None:
        return told
    rest = tuple(fact for fact in told if not fact.pictogram.startswith(CLOCKS))
    return (Fact("clock", said_moment(moment)), *rest)


def first_fact(row: Row) -> str:
    """What stands beside its name in a list. Of what is always there, and of an organisation, that
    is what it does; of all else its first fact, mostly when or where."""
    if row.house in ("showcase", "directory"):
        return row.summary
    return in_my_language(row.facts[0][1]) if row.facts else ""


def _distance(reading: Reading, row: Row) -> tuple[Fact, ...]:
    """In four words; of a private person by the middle of the wijk (H7)."""
    if not reading.near:
        return ()
    near = reading.near.words_to(row.points or middles_of(row.areas, reading.community))
    return (Fact("map-pin", DISTANCES[near]),) if near else ()
