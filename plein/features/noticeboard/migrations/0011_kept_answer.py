import django.db.models.deletion
import django.utils.timezone
import plein.lib.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0001_initial'),
        ('noticeboard', '0010_closed_without_a_yes'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptAnswer',
            fields=[
                ('id', models.UUIDField(default=plein.lib.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('browser', models.CharField(help_text="Digest of the browser's key.", max_length=64)),
                ('message', models.TextField(blank=True, max_length=1000)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='noticeboard.post')),
                ('town', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='communities.community')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('town'), models.F('post'), models.F('browser'), name='kept_answer_once')],
            },
        ),
    ]
