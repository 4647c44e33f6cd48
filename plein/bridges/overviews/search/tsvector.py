"""The index in PostgreSQL: a tsvector of tokens for each row, found by a GIN."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.search.match import Match, Signs, Token, plain, written


class Postgres:
    newest = "f.row_id DESC"

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
        return joins, "f.tokens @@ %s::tsquery AND f.town_id = %s", [_said(match), town]

    def newest_of_few(self, town: UUID, match: Match, most: int) -> tuple[str, str, list[Any]]:
        """Looked up apart, sorted, and then only so many met in the wide table.

        Else PostgreSQL walks from the newest on, hoping to meet so many soon, or meets all rows.
        """
        chosen, values = self.keys(town, match)
        found = (
            f"(WITH found AS MATERIALIZED ({chosen})"  # noqa: S608 - our own words
            f" SELECT row_id FROM found ORDER BY row_id DESC LIMIT {most:d}) AS f"
        )
        return f"{found} JOIN overviews_row r ON r.id = f.row_id", "r.town_id = %s", [*values, town]

    def keys(self, town: UUID, match: Match) -> tuple[str, list[Any]]:
        select = (
            "SELECT f.row_id FROM overviews_index f"
            " WHERE f.tokens @@ %s::tsquery AND f.town_id = %s"
        )
        return select, [_said(match), town]

    def one(self, town: UUID, match: Match, also: Match | None = None) -> tuple[str, list[Any]]:
        """Of what the index finds the first rows say themselves what they are also."""
        select, values = self.keys(town, match)
        if also:
            select += " AND ts_match_vq(f.tokens, %s::tsquery)"
            values.append(_said(also))
        # A limit that nobody can foresee: else all texts are read, in the hope to meet one soon.
        return f"{select} LIMIT (SELECT 1)", values

    def fits(self, match: Match) -> tuple[str, list[Any]]:
        own = "FROM overviews_index t WHERE t.town_id = r.town_id AND t.row_id = r.id"
        return f"(SELECT ts_match_vq(t.tokens, %s::tsquery) {own})", [_said(match)]


def _token(token: Token) -> str:
    return f"'{plain(token)}'" + (":*" if token.begins else "")


SIGNS = Signs(_token, " & ", " | ", " & !")


def _said(match: Match) -> str:
    return written(match, SIGNS)
