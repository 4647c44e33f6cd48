"""A greeting that was a mistake is taken back; then a connector decides."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0002_through_somebody'),
    ]

    operations = [
        migrations.AddField(
            model_name='member',
            name='greeting_taken_at',
            field=models.DateTimeField(blank=True, help_text='The greeting was taken back: a connector decides.', null=True),
        ),
    ]
