from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0002_member_formal")]

    operations = [
        migrations.AddField(
            model_name="community",
            name="tokens",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="Own house style: {--basis-…: value}; see theming.py.",
            ),
        ),
        migrations.AlterField(
            model_name="role",
            name="role",
            field=models.CharField(
                choices=[
                    ("volunteer", "Volunteer"),
                    ("professional", "Professional"),
                    ("host", "Host of a matchpoint"),
                    ("connector", "Connector"),
                    ("editor", "Editor of pages and news"),
                    ("manager", "Community manager"),
                    ("owner", "Owner"),
                ],
                max_length=20,
            ),
        ),
    ]
