"""Room for every question: eighty signs of any language are 960 in an address."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("overviews", "0004_places_of_an_organisation")]
    operations = [
        migrations.AlterField(
            model_name="savedlist",
            name="query",
            field=models.CharField(blank=True, help_text="As in the address.", max_length=2400),
        ),
    ]
