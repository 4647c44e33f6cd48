"""Who is not let in any more hands over by itself, with a reason of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("care", "0002_client_gone")]

    operations = [
        migrations.AlterField(
            "handover",
            "reason",
            models.CharField(
                choices=[
                    ("holiday", "Holiday"),
                    ("ill", "Illness of the professional"),
                    ("other_work", "Other work"),
                    ("other_team", "Another team helps the client now"),
                    ("client", "The client wanted so"),
                    ("left", "The professional does not work here any more"),
                ],
                max_length=12,
            ),
        ),
    ]
