from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("overviews", "0006_saved_lists"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="row",
            index=models.Index(
                models.F("town"),
                models.F("organisation"),
                condition=models.Q(organisation__isnull=False),
                name="row_of_organisation",
            ),
        ),
    ]
