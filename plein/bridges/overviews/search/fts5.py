"""The index in SQLite: FTS5, newest first by the number that each text got."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.match import Match, Signs, Token, every, plain, written

PART = 400


class Sqlite:
    """FTS5 counts its texts; `overviews_place` knows which row has which number."""

    newest = "f.rowid DESC"

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
        return joins, "f.overviews_index MATCH %s AND r.town_id = %s", [_said(match), town.hex]

    def newest_of_few(self, town: UUID, match: Match, _most: int) -> tuple[str, str, list[Any]]:
        """It always walks from the newest on, and passes only what fits."""
        return self.joined(town, match)

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        select = (
            "SELECT p.row_id FROM overviews_index f"
            " CROSS JOIN overviews_place p ON p.number = f.rowid"
            " WHERE f.overviews_index MATCH %s AND p.town_id = %s"
        )
        return select, [_said(match), town.hex]

    def one(self, town: UUID, match: Match, also: Match | None = None) -> tuple[str, list[Any]]:
        select, values = self.keys(town, every([match, also]) if also else match)
        return f"{select} LIMIT 1", values

    def fits(self, match: Match) -> tuple[str, list[Any]]:
        chosen = "SELECT rowid FROM overviews_index WHERE overviews_index MATCH %s"
        return f"f.rowid IN ({chosen})", [_said(match)]


def _token(token: Token) -> str:
    return f'"{plain(token)}"' + ("*" if token.begins else "")


SIGNS = Signs(_token, " AND ", " OR ", " NOT ")


def _said(match: Match) -> str:
    return written(match, SIGNS)
