"""A photo of a form that was not sent yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField(
            "picture",
            "loose_until",
            models.DateTimeField(
                blank=True,
                null=True,
                help_text="Belongs to nothing yet: a form is not sent. Then it goes.",
            ),
        ),
    ]
