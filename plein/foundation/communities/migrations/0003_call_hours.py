"""When a place answers its phone, of each weekday."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0002_through_somebody")]

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
