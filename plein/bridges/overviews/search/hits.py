"""What the index found: at most 1,000, each with just enough to sort, count and page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.models.rows import Point, points_of
from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.match import Match
from plein.foundation.communities.models import Content

MOST = 1_000
"""Sorting and counting more than this costs more than it tells."""
SEVERAL = {
    "areas": "CAST(r.area_id AS text) || r.more_areas",
    "themes": "r.theme || r.more_themes",
}
"""Of what there can be more than one, the first first: key|key."""
COLUMNS = (
    f"CAST(r.id AS text), r.house, r.kind, {SEVERAL['themes']}, {SEVERAL['areas']}, r.groups"
    ", r.cost, r.access, r.languages, r.when_bits, r.sinks, r.lat, r.lon, r.more_points, r.audience"
)


class Hit(NamedTuple):
    """Keys as text: a thousand of them are counted, and few of them looked at."""

    key: str
    house: str
    kind: str
    themes: str
    """key|key of all it is about, the first first."""
    areas: str | None
    """key|key of each wijk where it has a place, the first first."""
    groups: str
    cost: str
    access: str
    languages: str
    when_bits: int
    sinks: int
    lat: float | None
    lon: float | None
    more_points: str
    audience: str
    moment: str | None
    """Empty when it has no date."""
    titled: Any = None
    """Whether its title says what was searched; empty when that was not asked."""

    @property
    def card(self) -> UUID:
        """What a page of cards goes by: the moment, else the thing."""
        return UUID(self.moment or self.key)

    @property
    def is_private(self) -> bool:
        return bool(self.audience != Content.Audience.PUBLIC)

    @property
    def row(self) -> UUID:
        return UUID(self.key)

    @property
    def points(self) -> list[Point]:
        return points_of(self.lat, self.lon, self.more_points)


UNKNOWN = ("", "", "", None, "", "", "", "", 0, 0, None, None, "")
"""Of a hit with no more than its key."""


@dataclass(frozen=True)
class Asked:
    """A question to the database, for whatever columns of the row r somebody needs."""

    joins: str
    where: str
    order: str
    most: int
    values: Sequence[Any]
    moment: str = "NULL"
    when: str = "r.when_bits"
    """In which part of the week: of the thing, or of one moment of it."""

    def hits(self, in_title: Match | None = None) -> list[Hit]:
        """Of each also whether this stands in its title."""
        titled, said = engine().fits(in_title) if in_title else ("NULL", [])
        sql = self.sql(f"{COLUMNS}, CAST({self.moment} AS text), {titled}")
        return list(map(Hit._make, rows_of(sql, [*said, *self.values])))

    def rest(self, first: int) -> list[Hit]:
        """What comes behind the first so many: keys, and whether they are private."""
        columns = f"CAST(r.id AS text), r.audience, CAST({self.moment} AS text)"
        found = rows_of(f"{replace(self, most=self.most - first).sql(columns)} OFFSET {first:d}",
                        self.values)  # fmt: skip
        return [Hit(key, *UNKNOWN, audience, moment) for key, audience, moment in found]

    def sql(self, columns: str) -> str:
        columns = columns.replace("r.when_bits", self.when)
        return (
            f"SELECT {columns} FROM {self.joins} WHERE {self.where}"  # noqa: S608 - our own words
            f" ORDER BY {self.order} LIMIT {self.most:d}"
        )


def counts(questions: Mapping[str, Asked]) -> dict[str, Counter[str]]:
    """{column: question} as {column: how often each value occurs}, by one query for all."""
    found: dict[str, Counter[str]] = {column: Counter() for column in questions}
    parts = [
        f"SELECT '{column}', CAST(value AS text), count(*)"  # noqa: S608 - our own words
        f" FROM ({asked.sql(f'{_of_row(column)} AS value')}) AS found GROUP BY value"
        for column, asked in questions.items()
    ]
    values = [value for asked in questions.values() for value in asked.values]
    for column, value, number in rows_of(" UNION ALL ".join(parts), values) if parts else ():
        found[column][value] = number
    return found


def _of_row(column: str) -> str:
    return SEVERAL.get(column, f"r.{column}")


def rows_of(sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def newest(town: UUID, match: Match, *, narrow: bool = False, most: int = MOST) -> Asked:
    """The newest first; a narrow question is looked up first, and what was found then sorted."""
    if narrow:
        joins, where, values = engine().newest_of_few(town, match, most)
    else:
        joins, where, values = engine().joined(town, match)
    return Asked(joins, where, engine().newest, most, values)


def by_name(town: UUID, match: Match, *, most: int = MOST) -> Asked:
    """By name, with what nobody confirmed last."""
    joins, where, values = engine().joined(town, match)
    return Asked(joins, where, "r.sinks, r.title, r.id", most, values)


def as_parameter(key: UUID) -> Any:
    return key if connection.vendor == "postgresql" else key.hex
