"""What is shown all over its town gets one token for that; see search/tokens.py."""

from django.db import migrations

SHOWN = "(r.reach <> 'here' OR r.community_id = r.town_id)"
ADD = {
    "sqlite": "UPDATE overviews_index SET tokens = tokens || ("
    " SELECT ' a' || r.town_id || r.house FROM overviews_place p"
    " JOIN overviews_row r ON r.id = p.row_id WHERE p.number = overviews_index.rowid)"
    " WHERE rowid IN (SELECT p.number FROM overviews_place p"
    f" JOIN overviews_row r ON r.id = p.row_id WHERE {SHOWN})",
    "postgresql": "UPDATE overviews_index f SET tokens = f.tokens || array_to_tsvector("
    "ARRAY['a' || replace(r.town_id::text, '-', '') || r.house])"
    f" FROM overviews_row r WHERE r.id = f.row_id AND r.town_id = f.town_id AND {SHOWN}",
}


def add(_apps, schema_editor):
    schema_editor.execute(ADD[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):
    dependencies = [("overviews", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
