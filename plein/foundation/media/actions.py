"""Keeping and erasing pictures."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import BinaryIO
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.media.images import smaller_ones
from plein.foundation.media.models import Picture
from plein.foundation.media.refusals import NotAPicture, PictureTooBig
from plein.foundation.media.uses import unused

__all__ = [
    "NotAPicture",
    "PictureTooBig",
    "describe_picture",
    "erase_loose",
    "erase_picture",
    "erase_unused",
    "hide_picture",
    "keep_loose",
    "keep_picture",
    "loose_of",
    "show_picture",
    "tie",
]
LOOSE_FOR = timedelta(days=1)


def keep_picture(
    file: BinaryIO, *, town: models.Model | UUID, by: models.Model | None, alt: str
) -> Picture:
    """Take in a picture. Raises `NotAPicture` or `PictureTooBig`."""
    # A form field has looked at it already; once is enough work.
    (width, height), files = getattr(file, "prepared", None) or smaller_ones(file)
    picture = Picture(
        town_id=_town_id(town),
        made_by=by.pk if by else None,
        alt=alt[:250],
        width=width,
        height=height,
    )
    for size, content in files.items():
        default_storage.save(picture.path(size), ContentFile(content))
    try:
        with transaction.atomic():
            picture.save(force_insert=True)
            record("media.picture.kept", on=picture, by=by)
    except BaseException:
        _erase_files(picture.paths())
        raise
    return picture


@transaction.atomic
def keep_loose(file: BinaryIO, *, town: models.Model | UUID, by: models.Model) -> Picture:
    """For a form that is shown once more: a browser does not send a chosen file twice.

    Only its maker sees it, and after a day it is gone. Raises what `keep_picture` raises.
    """
    picture = keep_picture(file, town=town, by=by, alt="")
    picture.loose_until = timezone.now() + LOOSE_FOR
    picture.save(update_fields=["loose_until"])
    return picture


def loose_of(key: str, *, town: UUID, by: models.Model) -> Picture | None:
    """The picture that this member chose a moment ago."""
    try:
        mine = Picture.objects.filter(town_id=town, made_by=by.pk, pk=UUID(key))
    except ValueError:
        return None
    return mine.filter(loose_until__gt=timezone.now()).first()


def tie(picture: Picture, *, alt: str) -> Picture:
    """It belongs to something from now on. Once: who comes second finds it tied already."""
    loose = Picture.objects.filter(town_id=picture.town_id, pk=picture.pk)
    if not loose.exclude(loose_until=None).update(loose_until=None, alt=alt[:250]):
        raise NotAPicture
    picture.loose_until, picture.alt = None, alt[:250]
    return picture


def erase_loose() -> int:
    """Of forms that were never sent. Gives how many."""
    over = list(Picture.objects.filter(loose_until__lte=timezone.now()).order_by("pk")[:200])
    for picture in over:
        erase_picture(picture)
    return len(over)


@transaction.atomic
def erase_picture(picture: Picture, *, by: models.Model | None = None) -> None:
    """The row goes now, the files as soon as that is certain."""
    paths = picture.paths()
    record("media.picture.erased", on=picture, by=by)
    Picture.objects.filter(town_id=picture.town_id, pk=picture.pk).delete()
    transaction.on_commit(lambda: _erase_files(paths))


@transaction.atomic
def erase_unused(keys: Iterable[UUID], *, by: models.Model | None = None) -> None:
    """Of these, the pictures that nothing shows or keeps any more."""
    for picture in unused(Picture.objects.filter(pk__in=list(keys))).order_by("pk"):
        erase_picture(picture, by=by)


@transaction.atomic
def describe_picture(picture: Picture, alt: str, *, by: models.Model | None) -> None:
    """Other words for what can be seen; the photo stays as it is."""
    if not alt or alt == picture.alt:
        return
    picture.alt = alt[:250]
    picture.save(update_fields=["alt"])
    record("media.picture.described", on=picture, by=by)
    jobs.changed("media.picture", picture.pk)


@transaction.atomic
def hide_picture(picture: Picture, *, by: models.Model | None = None) -> None:
    """At once and everywhere: every page shows an empty field at its address."""
    _show(picture, timezone.now(), "media.picture.hidden", by)


@transaction.atomic
def show_picture(picture: Picture, *, by: models.Model | None = None) -> None:
    """Somebody looked at it, and it may stand."""
    _show(picture, None, "media.picture.shown", by)


def _show(picture: Picture, hidden_at: datetime | None, key: str, by: models.Model | None) -> None:
    if (picture.hidden_at is None) == (hidden_at is None):
        return
    picture.hidden_at = hidden_at
    picture.save(update_fields=["hidden_at"])
    record(key, on=picture, by=by)
    jobs.changed("media.picture", picture.pk)


def _town_id(town: models.Model | UUID) -> UUID:
    found: UUID = town if isinstance(town, UUID) else getattr(town, "town_id", town.pk)
    return found


def _erase_files(paths: list[str]) -> None:
    for path in paths:
        default_storage.delete(path)
