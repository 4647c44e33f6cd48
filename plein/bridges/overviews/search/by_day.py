"""What happens when: moments of what was found, the soonest first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import MOST, Asked, as_parameter, rows_of, without
from plein.bridges.overviews.search.match import Match

LONGEST = timedelta(days=62)
"""What takes longer is found by its later days only."""
FEW = 300
IN_TIME = (
    "m.town_id = %s AND m.starts_at >= %s AND m.starts_at < %s"
    " AND (m.starts_at >= %s OR m.ends_at > %s)"
)
# SQLite keeps the order of a CROSS JOIN.
MOMENTS_FIRST = "overviews_moment m CROSS JOIN overviews_row r"
SAME = "m.row_id = r.id AND m.town_id = r.town_id"


def soonest(
    eyes: Eyes, matches: Sequence[Match], start: datetime, until: datetime, *, most: int = MOST
) -> list[Asked]:
    """What goes on in [start, until): one hit for each moment, also when it began before.

    Few things: their moments. Many: the soonest moments, and then which of them are wanted.
    """
    times = [as_parameter(eyes.community.town_id), *_times(start, until)]
    shapes = [_of_few if few else _of_many for few in _are_few(eyes, matches)]
    return [shape(eyes, match, times, most) for shape, match in zip(shapes, matches, strict=True)]


def _of_few(eyes: Eyes, match: Match, times: Sequence[Any], most: int) -> Asked:
    joins, where, values = engine().joined(eyes.community.town_id, match)
    joins = f"{joins} CROSS JOIN overviews_moment m"
    return _by_time(eyes, joins, f"{where} AND {SAME} AND {IN_TIME}", [*values, *times], most)


def _of_many(eyes: Eyes, match: Match, times: Sequence[Any], most: int) -> Asked:
    chosen, values = engine().keys(eyes.community.town_id, match)
    # As a question of yes or no: PostgreSQL then walks by time and stops when it has enough.
    where = f"{SAME} AND {IN_TIME} AND (m.row_id IN ({chosen})) IS TRUE"
    return _by_time(eyes, MOMENTS_FIRST, where, [*times, *values], most)


def _by_time(eyes: Eyes, joins: str, where: str, values: Sequence[Any], most: int) -> Asked:
    not_met, people = without(eyes)
    order = "m.starts_at, m.id"
    return Asked(joins, where + not_met, order, most, [*values, *people], moment="m.id")


def _are_few(eyes: Eyes, matches: Sequence[Match]) -> list[bool]:
    """Of each question, by one query."""
    parts, values = [], []
    for match in matches:
        chosen, asked = engine().keys(eyes.community.town_id, match)
        parts.append(f"(SELECT count(*) FROM ({chosen} LIMIT {FEW + 1:d}) AS found)")  # noqa: S608
        values += asked
    counted = rows_of(f"SELECT {', '.join(parts)}", values)[0] if parts else ()
    return [number <= FEW for number in counted]


def _times(start: datetime, until: datetime) -> list[Any]:
    adapt = connection.ops.adapt_datetimefield_value
    return [adapt(start - LONGEST), adapt(until), adapt(start), adapt(start)]
