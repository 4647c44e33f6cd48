"""A library hears each month of a booklet that stands, after its own yes."""

import django.db.models.deletion
import django.utils.timezone
import plein.lib.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0002_through_somebody'),
        ('publications', '0002_longer_questions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.UUIDField(default=plein.lib.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('mail', models.EmailField(max_length=254)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('confirmed_at', models.DateTimeField(help_text='They said yes, by our link.', null=True)),
                ('standing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='publications.standing')),
                ('town', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='communities.community')),
            ],
            options={
                'ordering': ['mail'],
                'constraints': [models.UniqueConstraint(fields=('town', 'standing', 'mail'), name='reader_once_in_standing')],
            },
        ),
    ]
