from django.db import migrations, models
from django.utils import timezone

PART = 2_000


def look_at_the_clock(apps, schema_editor):
    """In which part of the week each moment begins; the nightly sweep finds nothing to mend."""
    Moment = apps.get_model("overviews", "Moment")
    waiting = []
    for moment in Moment.objects.only("starts_at", "all_day").iterator(chunk_size=PART):
        start = timezone.localtime(moment.starts_at)
        part = 0 if start.hour < 12 else 1 if start.hour < 18 else 2
        parts = range(3) if moment.all_day else (part,)
        moment.when_bits = sum(1 << (start.weekday() * 3 + each) for each in parts)
        waiting.append(moment)
        if len(waiting) == PART:
            Moment.objects.bulk_update(waiting, ["when_bits"])
            waiting = []
    Moment.objects.bulk_update(waiting, ["when_bits"])


class Migration(migrations.Migration):

    dependencies = [
        ('overviews', '0006_more_of_an_organisation'),
    ]

    operations = [
        migrations.AddField(
            model_name='moment',
            name='when_bits',
            field=models.PositiveIntegerField(default=0, help_text='As of `lib.week`, of this time.'),
        ),
        migrations.RunPython(look_at_the_clock, migrations.RunPython.noop),
    ]
