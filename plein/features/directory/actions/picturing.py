"""The photo of an entry: a part of what it says, so the one before is kept too."""

from datetime import timedelta
from typing import BinaryIO

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from plein.features.directory.actions.writing import write
from plein.features.directory.models import Entry, Version
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_unused, keep_picture

KEPT = timedelta(days=2 * 365)
"""So long one can look back. What an entry says now is always kept."""
AT_ONCE = 1000


@transaction.atomic
def save_picture(entry: Entry, file: BinaryIO, *, alt: str, by: Member) -> Version | None:
    """The photo of its page, from now on."""
    picture = keep_picture(file, town=entry.town_id, by=by, alt=alt)
    return write(entry, None, by=by, picture=picture)


def take_picture_away(entry: Entry, *, by: Member) -> Version | None:
    return write(entry, None, by=by, picture=None)


@transaction.atomic
def forget_old_versions() -> int:
    """What was replaced long ago goes, and photos that nothing shows any more. Gives how many."""
    newer = Version.objects.filter(
        town=OuterRef("town"),
        entry=OuterRef("entry"),
        pk__gt=OuterRef("pk"),
        made_at__lt=timezone.now() - KEPT,
    )
    lapsed = Version.objects.filter(Exists(newer)).order_by("id")
    rows = list(lapsed[:AT_ONCE])
    Version.objects.filter(pk__in=[row.pk for row in rows]).delete()
    erase_unused({row.picture_id for row in rows if row.picture_id})
    return len(rows)
