"""Hits by the moment at which they happen, the soonest first."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import (
    COLUMNS,
    MORE_COLUMNS,
    MOST,
    Hit,
    as_parameter,
    find_hits,
    without,
)
from plein.bridges.overviews.search.match import Match

LONGEST = timedelta(days=62)
"""What takes longer is found by its later days only."""
FEW = 600
IN_TIME = (
    "m.town_id = %s AND m.starts_at >= %s AND m.starts_at < %s"
    " AND (m.starts_at >= %s OR m.ends_at > %s)"
)


def find_moments(
    eyes: Eyes, match: Match, start: datetime, until: datetime, *, most: int = MOST
) -> list[Hit]:
    """What goes on in [start, until): one hit for each moment, also when it began before.

    Few things: their moments. Many: the soonest moments, and then which of them are wanted.
    """
    few = find_hits(eyes, match, most=FEW + 1)
    if len(few) > FEW:
        return _soonest(eyes, match, _times(start, until), most)
    hits = {hit.key: hit for hit in few}
    if not hits:
        return []
    marks = ", ".join(["%s"] * len(hits))
    sql = (
        f"SELECT m.row_id, m.id FROM overviews_moment m WHERE {IN_TIME}"  # noqa: S608
        f" AND m.row_id IN ({marks}) ORDER BY m.starts_at, m.id LIMIT {most:d}"
    )
    town = as_parameter(eyes.community.town_id)
    with connection.cursor() as cursor:
        cursor.execute(sql, [town, *_times(start, until), *hits])
        return [hits[row]._replace(moment=moment) for row, moment in cursor.fetchall()]


def _soonest(eyes: Eyes, match: Match, times: list[Any], most: int) -> list[Hit]:
    town = eyes.community.town_id
    chosen, values = engine().keys(town, match)
    not_met, people = without(eyes)
    sql = (
        f"SELECT {COLUMNS}, {MORE_COLUMNS}, m.id FROM overviews_moment m"  # noqa: S608
        # Moments first, by their time: SQLite keeps the order of a CROSS JOIN.
        " CROSS JOIN overviews_row r WHERE r.id = m.row_id AND r.town_id = m.town_id"
        f" AND {IN_TIME} AND r.id IN ({chosen}){not_met}"
        f" ORDER BY m.starts_at, m.id LIMIT {most:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [as_parameter(town), *times, *values, *people])
        return list(map(Hit._make, cursor.fetchall()))


def _times(start: datetime, until: datetime) -> list[Any]:
    adapt = connection.ops.adapt_datetimefield_value
    return [adapt(start - LONGEST), adapt(until), adapt(start), adapt(start)]
