"""The index of words: FTS5 in SQLite, a GIN of tsvector in PostgreSQL; see search/engines.py."""

from django.db import migrations

MAKE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE overviews_index USING fts5"
        " (tokens, detail=none, tokenize=\"unicode61 remove_diacritics 0 tokenchars '-_'\")",
        "CREATE TABLE overviews_place (number INTEGER PRIMARY KEY, row_id CHAR(32) NOT NULL,"
        " town_id CHAR(32) NOT NULL)",
        "CREATE UNIQUE INDEX overviews_place_of_row ON overviews_place (row_id)",
        "CREATE INDEX overviews_place_in_town ON overviews_place (town_id)",
    ],
    "postgresql": [
        "CREATE TABLE overviews_index (town_id uuid NOT NULL, row_id uuid NOT NULL,"
        " tokens tsvector NOT NULL, PRIMARY KEY (town_id, row_id))",
        "CREATE INDEX overviews_index_tokens ON overviews_index USING gin (tokens)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE overviews_index", "DROP TABLE overviews_place"],
    "postgresql": ["DROP TABLE overviews_index"],
}


def run(statements):
    def on(_apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return on


class Migration(migrations.Migration):
    dependencies = [("overviews", "0002_more_of_a_listing")]
    operations = [migrations.RunPython(run(MAKE), run(DROP))]
