"""A new address takes over once it has answered: a slip of a finger takes no place off the air."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0005_came_back'),
    ]

    operations = [
        migrations.AddField(
            model_name='community',
            name='next_host',
            field=models.CharField(blank=True, help_text='Becomes the host with the first visit that comes in on it.', max_length=253, null=True, unique=True),
        ),
    ]
