"""What was handed over comes back when nobody comes to it: since when is kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dayboard", "0001_initial")]

    operations = [
        migrations.AddField("matterrow", "handed_at", models.DateTimeField(null=True)),
    ]
