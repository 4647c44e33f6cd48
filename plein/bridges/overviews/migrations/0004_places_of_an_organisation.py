"""Each place of an organisation counts: its other wijken and points. The nightly sweep fills them."""

from django.db import migrations, models

SHORT = ("town", "id", "house", "kind", "theme", "area", "groups", "cost", "access", "languages")
SHORT += ("when_bits", "sinks", "lat", "lon", "audience", "author", "title")


class Migration(migrations.Migration):
    dependencies = [("overviews", "0003_no_waiting_list")]
    operations = [
        migrations.RemoveIndex(model_name="row", name="row_in_short"),
        migrations.AddField(
            model_name="row",
            name="more_areas",
            field=models.CharField(
                blank=True,
                help_text="|key|key of the other wijken where it has a place.",
                max_length=400,
            ),
        ),
        migrations.AddField(
            model_name="row",
            name="more_points",
            field=models.CharField(
                blank=True,
                help_text="|lat,lon|lat,lon of its other public places.",
                max_length=300,
            ),
        ),
        migrations.AddIndex(
            model_name="row",
            index=models.Index(*SHORT, "more_areas", "more_points", name="row_in_short"),
        ),
    ]
