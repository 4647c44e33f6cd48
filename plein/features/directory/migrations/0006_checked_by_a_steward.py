"""What a steward confirmed last was checked then."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def fill(apps: Any, _editor: Any) -> None:
    entries = apps.get_model("directory", "Entry").objects
    entries.filter(confirmed_as="steward").update(checked_at=F("confirmed_at"))



class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0005_several_photos'),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='checked_at',
            field=models.DateTimeField(blank=True, help_text='By a steward; for a vital one only this counts.', null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
