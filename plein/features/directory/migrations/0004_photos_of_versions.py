"""Versions from before photos were kept get the photo of today: putting one back loses nothing."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps: Any, _editor: Any) -> None:
    entries = apps.get_model("directory", "Entry").objects.filter(pk=OuterRef("entry"))
    versions = apps.get_model("directory", "Version").objects
    versions.filter(picture=None).update(picture=Subquery(entries.values("picture")))


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_photos_and_stewards")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
