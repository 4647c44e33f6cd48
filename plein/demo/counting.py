"""PostgreSQL plans by what it counted earlier, and of a town that is new it counted nothing."""

from django.db import connection


def count_rows() -> None:
    """Where the database does this by itself, in time, it is done at once."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
