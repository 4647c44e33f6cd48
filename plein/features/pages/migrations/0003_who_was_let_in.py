from django.db import migrations


def who_was_let_in(apps, _editor):
    """Trust that was earned before."""
    notes = apps.get_model('pages', 'Note').objects.filter(let_in_at__isnull=False, hidden_at=None)
    writers = apps.get_model('pages', 'NoteWriter').objects
    for town, member in set(notes.values_list('town_id', 'author_id')):
        writers.get_or_create(town_id=town, member_id=member)


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0002_trust_outlives_notes'),
    ]

    operations = [
        migrations.RunPython(who_was_let_in, migrations.RunPython.noop),
    ]
