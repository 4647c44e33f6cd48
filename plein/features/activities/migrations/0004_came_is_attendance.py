"""Whether somebody came stands with the date now."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0003_attendance'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='registration',
            name='came',
        ),
    ]
