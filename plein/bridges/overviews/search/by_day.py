"""Hits by the moment at which they happen, the soonest first."""

from datetime import datetime, timedelta

from django.db import connection

from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import (
    COLUMNS,
    MORE_COLUMNS,
    MOST,
    Hit,
    as_parameter,
    without,
)
from plein.bridges.overviews.search.match import Match

LONGEST = timedelta(days=62)
"""What takes longer is found by its later days only."""


def find_moments(
    eyes: Eyes, match: Match, start: datetime, until: datetime, *, most: int = MOST
) -> list[Hit]:
    """What goes on in [start, until): one hit for each moment, also when it began before."""
    town = eyes.community.town_id
    chosen, values = engine().keys(town, match)
    not_met, people = without(eyes)
    adapt = connection.ops.adapt_datetimefield_value
    times = [adapt(start - LONGEST), adapt(until), adapt(start), adapt(start)]
    sql = (
        f"SELECT {COLUMNS}, {MORE_COLUMNS}, m.id FROM overviews_moment m"  # noqa: S608
        " JOIN overviews_row r ON r.id = m.row_id AND r.town_id = m.town_id"
        " WHERE m.town_id = %s AND m.starts_at >= %s AND m.starts_at < %s"
        " AND (m.starts_at >= %s OR m.ends_at > %s)"
        f" AND m.row_id IN ({chosen}){not_met} ORDER BY m.starts_at, m.id LIMIT {most:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [as_parameter(town), *times, *values, *people])
        return [Hit(*row) for row in cursor.fetchall()]
