from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="formal",
            field=models.BooleanField(
                blank=True, help_text="u; empty: as the place does", null=True
            ),
        ),
    ]
