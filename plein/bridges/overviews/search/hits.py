"""What the index found: at most 1,000, each with just enough to sort, count and page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.match import Match
from plein.foundation.communities.models import Content

MOST = 1_000
"""Sorting and counting more than this costs more than it tells."""
COLUMNS = "r.id, r.house, r.kind, r.theme, r.area_id, r.groups, r.cost, r.access, r.languages"
MORE_COLUMNS = "r.when_bits, r.sinks, r.lat, r.lon, r.audience"


class Hit(NamedTuple):
    """Keys as the database gives them: text in SQLite, UUID in PostgreSQL."""

    key: Any
    house: str
    kind: str
    theme: str
    area_id: Any
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


@dataclass(frozen=True)
class Asked:
    """A question to the database, for whatever columns of the row r somebody needs."""

    joins: str
    where: str
    order: str
    most: int
    values: Sequence[Any]
    moment: str = "NULL"

    def hits(self) -> list[Hit]:
        sql = self.sql(f"{COLUMNS}, {MORE_COLUMNS}, {self.moment}")
        return list(map(Hit._make, rows_of(sql, self.values)))

    def sql(self, columns: str) -> str:
        return (
            f"SELECT {columns} FROM {self.joins} WHERE {self.where}"  # noqa: S608 - our own words
            f" ORDER BY {self.order} LIMIT {self.most:d}"
        )


def counts(questions: Mapping[str, Asked]) -> dict[str, Counter[str]]:
    """{column: question} as {column: how often each value occurs}, by one query for all."""
    found: dict[str, Counter[str]] = {column: Counter() for column in questions}
    parts = [
        f"SELECT '{column}', CAST(value AS text), count(*)"  # noqa: S608 - our own words
        f" FROM ({asked.sql(f'r.{column} AS value')}) AS found GROUP BY value"
        for column, asked in questions.items()
    ]
    values = [value for asked in questions.values() for value in asked.values]
    for column, value, number in rows_of(" UNION ALL ".join(parts), values) if parts else ():
        found[column][value] = number
    return found


def rows_of(sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def newest(
    eyes: Eyes, match: Match, *, by_name: bool = False, narrow: bool = False, most: int = MOST
) -> Asked:
    """The newest first, or by name with what nobody confirmed last."""
    joins, where, values = engine().joined(eyes.community.town_id, match)
    order = engine().order_of_few if narrow else engine().order
    not_met, people = without(eyes)
    return Asked(
        joins,
        where + not_met,
        "r.sinks, r.title, r.id" if by_name else order,
        most,
        [*values, *people],
    )


def find_keys(eyes: Eyes, match: Match, *, most: int = MOST) -> set[Any]:
    """Only which, as the database gives them; the newest."""
    chosen, values = engine().keys(eyes.community.town_id, match)
    rows = rows_of(f"{chosen} ORDER BY {engine().order_of_few} LIMIT {most:d}", values)
    return {row[0] for row in rows}


def without(eyes: Eyes) -> tuple[str, list[Any]]:
    """Who blocked each other do not meet in a list, a count or a suggestion (H4)."""
    if not eyes.blocked:
        return "", []
    marks = ", ".join(["%s"] * len(eyes.blocked))
    people: list[Any] = [as_parameter(key) for key in sorted(eyes.blocked)]
    return f" AND (r.author IS NULL OR r.author NOT IN ({marks}))", people


def as_parameter(key: UUID) -> Any:
    return key if connection.vendor == "postgresql" else key.hex
