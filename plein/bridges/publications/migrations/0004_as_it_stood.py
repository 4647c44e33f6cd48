"""Of each thing in a file a digest of its words is kept: words that went are not given again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0003_who_gets_it_each_month")]

    operations = [
        migrations.AlterField(
            model_name="edition",
            name="rows",
            field=models.JSONField(default=list, help_text="[[key, digest of what is printed], …]"),
        ),
    ]
