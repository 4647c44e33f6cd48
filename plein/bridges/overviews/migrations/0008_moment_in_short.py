from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("overviews", "0007_row_of_organisation"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="moment", name="moment_by_start"),
        migrations.AddIndex(
            model_name="moment",
            index=models.Index(
                models.F("town"),
                models.F("starts_at"),
                models.F("id"),
                models.F("row"),
                models.F("ends_at"),
                name="moment_by_start",
            ),
        ),
    ]
