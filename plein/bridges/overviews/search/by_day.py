"""What happens when: moments of what was found, the soonest first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.hits import MOST, Asked, as_parameter, rows_of
from plein.bridges.overviews.search.match import Match
from plein.bridges.overviews.search.tokens import PARTS_OF_WEEK

LONGEST = timedelta(days=62)
"""What takes longer is found by its later days only."""
FEW = 300
IN_TIME = (
    "m.town_id = %s AND m.starts_at >= %s AND m.starts_at < %s"
    " AND (m.starts_at >= %s OR m.ends_at > %s)"
)
IN_PART = "(m.when_bits = 0 OR (m.when_bits & %s) <> 0)"
Times = tuple[str, Sequence[Any]]
"""A part of the question, with its values."""
# SQLite keeps the order of a CROSS JOIN.
MOMENTS_FIRST = "overviews_moment m CROSS JOIN overviews_row r"
SAME = "m.row_id = r.id AND m.town_id = r.town_id"


def soonest(
    town: UUID,
    questions: Sequence[tuple[Match, str]],
    start: datetime,
    until: datetime,
    *,
    most: int = MOST,
) -> list[Asked]:
    """What goes on in [start, until): one hit for each moment, also when it began before.

    A question is what fits, and the part of the week of the moment itself. Few things: their
    moments. Many: the soonest moments, and then which of them are wanted.
    """
    span = [as_parameter(town), *_times(start, until)]
    few = _are_few(town, [match for match, _part in questions])
    found = []
    for (match, part), are_few in zip(questions, few, strict=True):
        times = (IN_TIME, span)
        if part:
            times = (f"{IN_TIME} AND {IN_PART}", [*span, PARTS_OF_WEEK[part]])
        found.append((_of_few if are_few else _of_many)(town, match, times, most))
    return found


def _of_few(town: UUID, match: Match, times: Times, most: int) -> Asked:
    joins, where, values = engine().joined(town, match)
    joins = f"{joins} CROSS JOIN overviews_moment m"
    when = f"{SAME} AND {times[0]}"
    if connection.vendor == "sqlite":
        # Else it walks all moments of the town again for each thing: a plus hides that index.
        when = when.replace("m.town_id", "+m.town_id")
    return _by_time(joins, f"{where} AND {when}", [*values, *times[1]], most)


def _of_many(town: UUID, match: Match, times: Times, most: int) -> Asked:
    chosen, values = engine().keys(town, match)
    # As a question of yes or no: PostgreSQL then walks by time and stops when it has enough.
    where = f"{SAME} AND {times[0]} AND (m.row_id IN ({chosen})) IS TRUE"
    return _by_time(MOMENTS_FIRST, where, [*times[1], *values], most)


def _by_time(joins: str, where: str, values: Sequence[Any], most: int) -> Asked:
    return Asked(joins, where, "m.starts_at, m.id", most, values, moment="m.id", when="m.when_bits")


def _are_few(town: UUID, matches: Sequence[Match]) -> list[bool]:
    """Of each question, by one query."""
    parts, values = [], []
    for match in matches:
        chosen, asked = engine().keys(town, match)
        parts.append(f"(SELECT count(*) FROM ({chosen} LIMIT {FEW + 1:d}) AS found)")  # noqa: S608
        values += asked
    counted = rows_of(f"SELECT {', '.join(parts)}", values)[0] if parts else ()
    return [number <= FEW for number in counted]


def _times(start: datetime, until: datetime) -> list[Any]:
    adapt = connection.ops.adapt_datetimefield_value
    return [adapt(start - LONGEST), adapt(until), adapt(start), adapt(start)]
