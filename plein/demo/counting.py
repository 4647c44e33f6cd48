"""PostgreSQL plans by what it counted earlier, and of a town that is new it counted nothing."""

from django.apps import apps
from django.db import connection


def count_rows() -> None:
    """Where the database does this by itself, in time, it is done at once.

    Of tables without rows it keeps what it thinks of them: a zero would last.
    """
    if connection.vendor != "postgresql":
        return
    tables = [
        model._meta.db_table for model in apps.get_models() if model._default_manager.exists()
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables))}")
