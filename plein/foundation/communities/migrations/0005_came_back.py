"""Who was said to be gone, and proved their address: somebody of the place looks at it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0004_call_hours'),
    ]

    operations = [
        migrations.AddField(
            model_name='member',
            name='came_back_at',
            field=models.DateTimeField(blank=True, help_text='Signed in after we said that they are gone: ask them.', null=True),
        ),
    ]
