"""When a place answers its phone, of each weekday."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0003_greeting_taken_back")]

    operations = [
        migrations.AddField(
            "community",
            "call_hours",
            models.JSONField(
                blank=True,
                default=list,
                help_text="Per weekday, see lib/phone_hours.py; empty: not said.",
            ),
        ),
    ]
