"""A draft for a client and one for family stand apart. What was begun of both kinds is mixed up
by now, so it goes: a draft lives thirty days at most."""

from django.db import migrations, models


def throw_away(apps, schema_editor):
    apps.get_model("noticeboard", "VisitDraft").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("noticeboard", "0008_nobody_came")]

    operations = [
        migrations.RunPython(throw_away, migrations.RunPython.noop),
        migrations.RemoveConstraint("visitdraft", "visit_draft_once"),
        migrations.AddField(
            "visitdraft",
            "near",
            models.BooleanField(default=False, help_text="For family or a neighbour, no client."),
        ),
        migrations.AddConstraint(
            "visitdraft",
            models.UniqueConstraint("town", "member", "near", name="visit_draft_once"),
        ),
    ]
