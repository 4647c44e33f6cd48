"""That a certificate was seen stands in the app proofs now, with an end."""

from datetime import date

from django.db import migrations

YEARS = 3


def move(apps, _schema):
    proofs = apps.get_model("proofs", "Proof").objects
    for helper in apps.get_model("matching", "Helper").objects.exclude(vog_seen_on=None):
        day = helper.vog_seen_on
        try:
            ends = day.replace(year=day.year + YEARS)
        except ValueError:
            ends = date(day.year + YEARS, 2, 28)
        proofs.get_or_create(
            town_id=helper.town_id,
            member_id=helper.member_id,
            kind="vog",
            defaults={"seen_on": day, "ends_on": ends, "by_id": helper.vog_seen_by_id},
        )


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial"), ("proofs", "0001_initial")]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.RemoveField("helper", "vog_seen_on"),
        migrations.RemoveField("helper", "vog_seen_by"),
    ]
