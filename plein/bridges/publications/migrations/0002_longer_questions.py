"""Room for every question: eighty signs of any language are 960 in an address."""

from django.db import migrations, models

QUERY = models.CharField(blank=True, help_text="Filters, as in the address.", max_length=2400)


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]
    operations = [
        migrations.AlterField(model_name="order", name="query", field=QUERY),
        migrations.AlterField(model_name="standing", name="query", field=QUERY),
    ]
