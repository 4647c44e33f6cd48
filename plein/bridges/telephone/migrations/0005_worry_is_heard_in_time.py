"""A caller with a worry is called within a waking hour, or it climbs."""

from django.db import migrations, models
from django.utils import timezone


def look_at_once(apps, schema_editor):
    """What nobody heard until now is looked at as soon as the worker runs."""
    apps.get_model("telephone", "Worry").objects.filter(done_at=None).update(due_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("telephone", "0004_worry")]

    operations = [
        migrations.AddField(
            "worry",
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
            "worry",
            "due_at",
            models.DateTimeField(
                help_text="When it climbs; empty once heard and settled.", null=True
            ),
        ),
        migrations.RunPython(look_at_once, migrations.RunPython.noop, elidable=True),
    ]
