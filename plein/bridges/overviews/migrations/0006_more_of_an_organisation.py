"""All an organisation is about, its days without hours, mail and website. The nightly sweep fills them."""

from django.db import migrations, models

SHORT = ("town", "id", "house", "kind", "theme", "area", "groups", "cost", "access", "languages")
SHORT += ("when_bits", "sinks", "lat", "lon", "audience", "author", "title")
SHORT += ("more_areas", "more_points")


class Migration(migrations.Migration):
    dependencies = [("overviews", "0005_longer_questions")]
    operations = [
        migrations.RemoveIndex(model_name="row", name="row_in_short"),
        migrations.AddField(
            model_name="row",
            name="more_themes",
            field=models.CharField(
                blank=True, help_text="|key|key| of what else it is about.", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="row",
            name="closed",
            field=models.JSONField(default=list, help_text="Days ahead without their hours."),
        ),
        migrations.AddField(
            model_name="row",
            name="mail",
            field=models.CharField(
                blank=True, help_text="A function's address.", max_length=254
            ),
        ),
        migrations.AddField(
            model_name="row",
            name="website",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddIndex(
            model_name="row",
            index=models.Index(*SHORT, "more_themes", name="row_in_short"),
        ),
    ]
