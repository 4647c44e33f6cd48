"""An ask for somebody else ends with a reason of its own when nobody heard their yes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("noticeboard", "0009_draft_for_whom")]

    operations = [
        migrations.AlterField(
            "post",
            "closing",
            models.CharField(
                blank=True,
                choices=[
                    ("found", "Somebody was found here"),
                    ("elsewhere", "It was solved in another way"),
                    ("not_needed", "It is not needed any more"),
                    ("unmet", "We did not succeed in finding help"),
                    ("expired", "It was open for a long time"),
                    ("unheard", "We did not hear a yes"),
                    ("arranged", "Closed on behalf of who put it here"),
                ],
                max_length=12,
            ),
        ),
    ]
