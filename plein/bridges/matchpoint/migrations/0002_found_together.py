"""What somebody looks for at a screen, and their list; gone with the sitting."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("matchpoint", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="sitting",
            name="found",
            field=models.JSONField(
                default=dict, help_text="What they look for together, and what lies on their list."
            ),
        ),
    ]
