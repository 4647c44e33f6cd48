"""Codes are kept as a digest. Slips that were given before keep working; they show no code again."""

from typing import Any

from django.db import migrations, models


def keep_digests(apps: Any, _schema: Any) -> None:
    from plein.bridges.referrals.models import digest_of

    referrals = apps.get_model("referrals", "Referral").objects
    for referral in referrals.only("pk", "town_id", "code").iterator():
        digest = digest_of(referral.town_id, referral.code)
        referrals.filter(pk=referral.pk).update(digest=digest)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial")]

    operations = [
        migrations.AddField(
            "referral",
            "digest",
            models.CharField(
                max_length=64,
                default="",
                editable=False,
                help_text="Of the code; the code itself is not kept.",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(keep_digests, migrations.RunPython.noop),
        migrations.RemoveConstraint("referral", "referral_code_once_in_town"),
        migrations.RemoveField("referral", "code"),
        migrations.AddConstraint(
            "referral",
            models.UniqueConstraint(
                models.F("town"), models.F("digest"), name="referral_code_once_in_town"
            ),
        ),
    ]
