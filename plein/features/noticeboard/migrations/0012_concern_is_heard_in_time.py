"""Who told that something happened is heard within a waking hour, or it climbs."""

from django.db import migrations, models
from django.utils import timezone


def look_at_once(apps, schema_editor):
    """What nobody heard or settled until now is looked at as soon as the worker runs."""
    concerns = apps.get_model("noticeboard", "Concern").objects.filter(settled_at=None)
    concerns.update(due_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("noticeboard", "0011_kept_answer")]

    operations = [
        migrations.AddField(
            "concern",
            "step",
            models.PositiveSmallIntegerField(
                choices=[
                    (0, "The people by name know"),
                    (1, "The managers know as well"),
                    (2, "Who told it hears whom else to call"),
                ],
                default=0,
            ),
        ),
        migrations.AddField(
            "concern",
            "due_at",
            models.DateTimeField(
                help_text="When it climbs; empty once heard and settled.", null=True
            ),
        ),
        migrations.AddIndex("concern", models.Index("due_at", name="concern_due")),
        migrations.RunPython(look_at_once, migrations.RunPython.noop, elidable=True),
    ]
