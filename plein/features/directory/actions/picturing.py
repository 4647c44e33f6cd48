"""The photos of an entry: a part of what it says, so those before are kept too."""

from datetime import timedelta
from typing import BinaryIO

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from plein.features.directory.actions.writing import locked, write
from plein.features.directory.models import Entry, Version
from plein.features.directory.models.photos import MOST
from plein.foundation.communities.models import Member
from plein.foundation.media import actions as media
from plein.foundation.media.actions import erase_unused, keep_picture
from plein.foundation.media.models import Picture

KEPT = timedelta(days=2 * 365)
"""So long one can look back. What an entry says now is always kept."""
AT_ONCE = 1000


class EnoughPhotos(Exception):
    """First take one away."""


@transaction.atomic
def add_picture(entry: Entry, file: BinaryIO, *, alt: str, by: Member) -> Version | None:
    """Behind those it shows; the first is on its card. Raises `EnoughPhotos`, and what
    `keep_picture` raises."""
    shown = locked(entry).pictures
    if len(shown) >= MOST:
        raise EnoughPhotos
    picture = keep_picture(file, town=entry.town_id, by=by, alt=alt)
    return write(entry, None, by=by, pictures=[*shown, picture])


@transaction.atomic
def put_picture_first(entry: Entry, picture: Picture, *, by: Member) -> Version | None:
    rest = [each for each in locked(entry).pictures if each != picture]
    return write(entry, None, by=by, pictures=[picture, *rest])


def describe_picture(entry: Entry, picture: Picture, alt: str, *, by: Member) -> None:
    """Other words for a photo of this page. Also in earlier versions: it is the same photo."""
    if picture in entry.pictures:
        media.describe_picture(picture, alt, by=by)


@transaction.atomic
def take_picture_away(entry: Entry, picture: Picture, *, by: Member) -> Version | None:
    """Off the page; who keeps it can put it back as long as that version is kept."""
    shown = locked(entry).pictures
    return write(entry, None, by=by, pictures=[each for each in shown if each != picture])


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
    rows = list(lapsed.prefetch_related("more_photos")[:AT_ONCE])
    shown = {row.picture_id for row in rows if row.picture_id}
    shown |= {photo.picture_id for row in rows for photo in row.more_photos.all()}
    Version.objects.filter(pk__in=[row.pk for row in rows]).delete()
    erase_unused(shown)
    return len(rows)
