"""News may go through somebody whom a member knows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0001_initial")]

    operations = [
        migrations.AlterField(
            "member",
            "channel",
            models.CharField(
                choices=[
                    ("mail", "By mail"),
                    ("text", "By text message"),
                    ("phone", "Call me"),
                    ("paper", "By post"),
                    ("somebody", "Through somebody I know"),
                    ("site", "Only on the site"),
                ],
                default="mail",
                max_length=10,
            ),
        ),
    ]
