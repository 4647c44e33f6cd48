from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("overviews", "0004_words")]
    operations = [
        migrations.AddIndex(
            model_name="row",
            index=models.Index(
                *(models.F(name) for name in ("town", "id", "house", "kind", "theme", "area")),
                *(models.F(name) for name in ("groups", "cost", "access", "languages")),
                *(models.F(name) for name in ("when_bits", "sinks", "lat", "lon")),
                *(models.F(name) for name in ("audience", "author", "title")),
                name="row_in_short",
            ),
        ),
    ]
