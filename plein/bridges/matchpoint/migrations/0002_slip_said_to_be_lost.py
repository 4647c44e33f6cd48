"""Who still has a slip hears that it was said to be lost, and that somebody tried without it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matchpoint", "0001_initial")]

    operations = [
        migrations.AddField(
            "slip",
            "lost_digest",
            models.CharField(
                blank=True,
                default="",
                help_text="Of a slip said to be lost: who still has it hears that.",
                max_length=64,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "slip",
            "tried_at",
            models.DateTimeField(
                help_text="Somebody without the slip tried to open it, in vain.", null=True
            ),
        ),
    ]
