"""Who came is noted for each date; what was noted of one date goes along."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import plein.lib.keys


def take_along(apps: Any, _editor: Any) -> None:
    registrations = apps.get_model("activities", "Registration").objects.exclude(came=None)
    attendance = apps.get_model("activities", "Attendance")
    attendance.objects.bulk_create(
        (
            attendance(
                town_id=row.town_id,
                occurrence_id=row.occurrence_id,
                registration_id=row.pk,
                came=row.came,
            )
            for row in registrations.iterator()
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0002_hands_wanted'),
        ('communities', '0002_through_somebody'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=plein.lib.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('came', models.BooleanField()),
                ('occurrence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='activities.occurrence')),
                ('registration', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attended', to='activities.registration')),
                ('town', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='communities.community')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('town', 'occurrence', 'registration'), name='attendance_once')],
            },
        ),
        migrations.RunPython(take_along, migrations.RunPython.noop),
    ]
