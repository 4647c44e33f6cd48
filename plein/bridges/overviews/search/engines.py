"""The index in the database that is there: FTS5 in SQLite, a GIN of tsvector in PostgreSQL.

Both write tokens of rows, forget rows, and say by which piece of SQL rows are found. Nothing else
in Plein knows which one it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.fts5 import Sqlite
from plein.bridges.overviews.search.match import Match
from plein.bridges.overviews.search.tsvector import Postgres


class Engine(Protocol):
    newest: str
    """What to sort by for the newest first, without any more work for the database."""

    def write(self, town: UUID, tokens: Mapping[UUID, set[str]]) -> None: ...

    def forget(self, town: UUID, rows: Sequence[UUID]) -> None: ...

    def clear(self, town: UUID) -> None: ...

    def joined(self, town: UUID, match: Match) -> tuple[str, str, list[Any]]:
        """(`FROM` with the row as r, `WHERE`, parameters)."""
        ...

    def newest_of_few(self, town: UUID, match: Match, most: int) -> tuple[str, str, list[Any]]:
        """The same, no more than the newest, for a narrow question: with words."""
        ...

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        """(`SELECT` of the keys of rows, parameters)."""
        ...

    def one(self, town: UUID, match: Match, also: Match | None = None) -> tuple[str, list[Any]]:
        """(`SELECT` of one row, parameters); what it should be `also`, nearly every row is."""
        ...

    def fits(self, match: Match) -> tuple[str, list[Any]]:
        """(whether this fits the row r of `joined` as well, parameters)."""
        ...


def engine() -> Engine:
    return Postgres() if connection.vendor == "postgresql" else Sqlite()
