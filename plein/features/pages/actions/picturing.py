"""Photos of a page: in the text, and the one on its card."""

from datetime import timedelta
from typing import BinaryIO

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from plein.features.pages.actions.writing import keep_version
from plein.features.pages.models import Page, PagePicture
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.media import actions as media
from plein.foundation.media.actions import erase_picture, keep_picture

KEPT = timedelta(days=365)
"""So long a photo that was taken off a page can be put back."""
AT_ONCE = 200


@transaction.atomic
def add_picture(
    page: Page, file: BinaryIO, *, alt: str, credit: str = "", by: Member
) -> PagePicture:
    """Raises what `keep_picture` raises. The first photo is the cover, until another is chosen."""
    # Lock the page, or two photos at once could get the same number.
    Page.objects.select_for_update(of=("self",)).get(town=page.town_id, pk=page.pk)
    pictures = PagePicture.objects.filter(town=page.town_id, page=page)
    number = (pictures.aggregate(Max("number"))["number__max"] or 0) + 1
    added = PagePicture.objects.create(
        town_id=page.town_id,
        page=page,
        picture=keep_picture(file, town=page.town_id, by=by, alt=alt),
        number=number,
        credit=credit,
    )
    record("pages.page.pictured", on=page, by=by)
    if page.picture is None:
        page.picture = added.picture
    _looks_different(page, by)
    return added


@transaction.atomic
def describe_picture(page: Page, photo: PagePicture, alt: str, *, by: Member) -> None:
    """Other words for a photo of this page."""
    media.describe_picture(photo.picture, alt, by=by)
    jobs.changed("pages.page", page.pk)


@transaction.atomic
def use_as_cover(page: Page, picture: PagePicture, *, by: Member) -> None:
    page.picture = picture.picture
    record("pages.page.covered", on=page, by=by)
    _looks_different(page, by)


@transaction.atomic
def take_picture(page: Page, picture: PagePicture, *, by: Member) -> None:
    """Gone from the text and from the card; an earlier version can put it back for a while."""
    picture.taken_at = timezone.now()
    picture.save(update_fields=["taken_at"])
    record("pages.page.unpictured", on=page, by=by)
    if page.picture_id == picture.picture_id:
        page.picture = None
    _looks_different(page, by)


def _looks_different(page: Page, by: Member) -> None:
    page.save(update_fields=["picture"])
    keep_version(page, by)
    jobs.changed("pages.page", page.pk)


def forget_taken() -> int:
    """Photos that were taken off a page long ago. Gives how many."""
    taken = PagePicture.objects.filter(taken_at__lt=timezone.now() - KEPT)
    rows = list(taken.select_related("picture").order_by("pk")[:AT_ONCE])
    for row in rows:
        erase_picture(row.picture)
    return len(rows)
