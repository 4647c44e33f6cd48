"""What the index found: at most 2,000, each with just enough to sort, count and page."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.match import Match
from plein.foundation.communities.models import Content

MOST = 2_000
"""Sorting and counting more than this costs more than it tells."""
COLUMNS = "r.id, r.house, r.kind, r.theme, r.area_id, r.groups, r.cost, r.access, r.languages"
MORE_COLUMNS = "r.when_bits, r.sinks, r.lat, r.lon, r.audience"


class Hit(NamedTuple):
    """Keys as the database gives them: text in SQLite, UUID in PostgreSQL."""

    key: Any
    house: str
    kind: str
    theme: str
    area: Any
    groups: str
    cost: str
    access: str
    languages: str
    when_bits: int
    sinks: int
    lat: float | None
    lon: float | None
    audience: str
    moment: Any
    """Empty when it has no date."""

    @property
    def card(self) -> UUID:
        """What a page of cards goes by: the moment, else the thing."""
        return as_key(self.moment or self.key)

    @property
    def is_private(self) -> bool:
        return bool(self.audience != Content.Audience.PUBLIC)

    @property
    def row(self) -> UUID:
        return as_key(self.key)

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def as_key(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def find_hits(
    eyes: Eyes, match: Match, *, by_name: bool = False, narrow: bool = False, most: int = MOST
) -> list[Hit]:
    """The newest first, or by name with what nobody confirmed last."""
    town = eyes.community.town_id
    joins, where, values = engine().joined(town, match)
    newest = engine().order_of_few if narrow else engine().order
    order = "r.sinks, r.title, r.id" if by_name else newest
    not_met, people = without(eyes)
    return _run(
        f"SELECT {COLUMNS}, {MORE_COLUMNS}, NULL FROM {joins} WHERE {where}{not_met}"  # noqa: S608
        f" ORDER BY {order} LIMIT {most:d}",
        [*values, *people],
    )


def find_keys(eyes: Eyes, match: Match, *, most: int = MOST) -> set[Any]:
    """Only which, as the database gives them; the newest."""
    joins, where, values = engine().joined(eyes.community.town_id, match)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.id FROM {joins} WHERE {where}"  # noqa: S608 - only our own words
            f" ORDER BY {engine().order_of_few} LIMIT {most:d}",
            values,
        )
        return {row[0] for row in cursor.fetchall()}


def without(eyes: Eyes) -> tuple[str, list[Any]]:
    """Who blocked each other do not meet in a list, a count or a suggestion (H4)."""
    if not eyes.blocked:
        return "", []
    marks = ", ".join(["%s"] * len(eyes.blocked))
    people: list[Any] = [as_parameter(key) for key in sorted(eyes.blocked)]
    return f" AND (r.author IS NULL OR r.author NOT IN ({marks}))", people


def as_parameter(key: UUID) -> Any:
    return key if connection.vendor == "postgresql" else key.hex


def _run(sql: str, values: Sequence[Any]) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(map(Hit._make, cursor.fetchall()))
