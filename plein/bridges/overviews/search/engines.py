"""The index in the database that is there: FTS5 in SQLite, a GIN of tsvector in PostgreSQL.

Both know three things: `write` tokens of rows, `forget` rows, and the piece of SQL that finds rows
newest first. Nothing else in Plein knows which one it is.
"""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.match import Match, Token, written

PART = 400


class Engine(Protocol):
    order: str
    """What to sort by for the newest first, without any more work for the database."""
    order_of_few: str
    """The same for a narrow question: look it up first, and sort what was found."""

    def write(self, town: UUID, tokens: Mapping[UUID, set[str]]) -> None: ...

    def forget(self, town: UUID, rows: Sequence[UUID]) -> None: ...

    def clear(self, town: UUID) -> None: ...

    def joined(self, town: UUID, match: Match) -> tuple[str, str, list[Any]]:
        """(`FROM` with the row as r, `WHERE`, parameters)."""
        ...

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        """(`SELECT` of the keys of rows, parameters)."""
        ...


class Sqlite:
    """FTS5 counts its texts; `overviews_place` knows which row has which number."""

    order = order_of_few = "f.rowid DESC"

    def write(self, town: UUID, tokens: Mapping[UUID, set[str]]) -> None:
        numbers = self._numbers(list(tokens))
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(number), 0) FROM overviews_place")
            fresh = count(cursor.fetchone()[0] + 1)
        self._forget_everywhere(list(tokens))
        with connection.cursor() as cursor:
            for key in tokens:
                numbers.setdefault(key.hex, next(fresh))
            cursor.executemany(
                "INSERT INTO overviews_place (number, row_id, town_id) VALUES (%s, %s, %s)",
                [(numbers[key.hex], key.hex, town.hex) for key in tokens],
            )
            cursor.executemany(
                "INSERT INTO overviews_index (rowid, tokens) VALUES (%s, %s)",
                [(numbers[key.hex], " ".join(sorted(kept))) for key, kept in tokens.items()],
            )

    def _numbers(self, rows: Sequence[UUID]) -> dict[str, int]:
        """What was there keeps its place in the order."""
        kept: dict[str, int] = {}
        with connection.cursor() as cursor:
            for start in range(0, len(rows), PART):
                part = [key.hex for key in rows[start : start + PART]]
                marks = ", ".join(["%s"] * len(part))
                cursor.execute(
                    f"SELECT row_id, number FROM overviews_place WHERE row_id IN ({marks})",  # noqa: S608
                    part,
                )
                kept |= dict(cursor.fetchall())
        return kept

    def forget(self, town: UUID, rows: Sequence[UUID]) -> None:
        for start in range(0, len(rows), PART):
            part = [key.hex for key in rows[start : start + PART]]
            chosen = f"town_id = %s AND row_id IN ({', '.join(['%s'] * len(part))})"
            self._delete(chosen, [town.hex, *part])

    def _forget_everywhere(self, rows: Sequence[UUID]) -> None:
        """A key is of one thing: also when it came along from another town."""
        for start in range(0, len(rows), PART):
            part = [key.hex for key in rows[start : start + PART]]
            self._delete(f"row_id IN ({', '.join(['%s'] * len(part))})", part)

    def clear(self, town: UUID) -> None:
        self._delete("town_id = %s", [town.hex])

    def _delete(self, chosen: str, values: list[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM overviews_index WHERE rowid IN"  # noqa: S608 - only our own words
                f" (SELECT number FROM overviews_place WHERE {chosen})",
                values,
            )
            cursor.execute(f"DELETE FROM overviews_place WHERE {chosen}", values)  # noqa: S608

    def joined(self, town: UUID, match: Match) -> tuple[str, str, list[Any]]:
        joins = (
            "overviews_index f CROSS JOIN overviews_place p ON p.number = f.rowid"
            " CROSS JOIN overviews_row r ON r.id = p.row_id"
        )
        words = written(match, _for_fts5, " AND ", " OR ")
        return joins, "f.overviews_index MATCH %s AND r.town_id = %s", [words, town.hex]

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        select = (
            "SELECT p.row_id FROM overviews_index f"
            " CROSS JOIN overviews_place p ON p.number = f.rowid"
            " WHERE f.overviews_index MATCH %s AND p.town_id = %s"
        )
        return select, [written(match, _for_fts5, " AND ", " OR "), town.hex]


class Postgres:
    order = "f.row_id DESC"
    # As text: else the planner walks all rows from the newest on, hoping to meet 2,000 soon.
    order_of_few = "f.row_id::text DESC"

    def write(self, town: UUID, tokens: Mapping[UUID, set[str]]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO overviews_index (town_id, row_id, tokens)"
                " VALUES (%s, %s, array_to_tsvector(%s))"
                " ON CONFLICT (town_id, row_id) DO UPDATE SET tokens = EXCLUDED.tokens",
                [(town, key, sorted(kept)) for key, kept in tokens.items()],
            )

    def forget(self, town: UUID, rows: Sequence[UUID]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM overviews_index WHERE town_id = %s AND row_id = ANY(%s)",
                [town, list(rows)],
            )

    def clear(self, town: UUID) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM overviews_index WHERE town_id = %s", [town])

    def joined(self, town: UUID, match: Match) -> tuple[str, str, list[Any]]:
        joins = (
            "overviews_index f JOIN overviews_row r ON r.town_id = f.town_id AND r.id = f.row_id"
        )
        words = written(match, _for_tsquery, " & ", " | ")
        return joins, "f.tokens @@ %s::tsquery AND f.town_id = %s", [words, town]

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        select = (
            "SELECT f.row_id FROM overviews_index f"
            " WHERE f.tokens @@ %s::tsquery AND f.town_id = %s"
        )
        return select, [written(match, _for_tsquery, " & ", " | "), town]


def _for_fts5(token: Token) -> str:
    return f'"{_plain(token)}"' + ("*" if token.begins else "")


def _for_tsquery(token: Token) -> str:
    return f"'{_plain(token)}'" + (":*" if token.begins else "")


def _plain(token: Token) -> str:
    return "".join(sign for sign in token.word if sign.isalnum() or sign in "-_")


def engine() -> Engine:
    return Postgres() if connection.vendor == "postgresql" else Sqlite()
