"""Photos of a page: in the text, and the one on its card."""

from typing import BinaryIO

from django.db import transaction
from django.db.models import Max

from plein.features.pages.models import Page, PagePicture
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_picture, keep_picture


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
        use_as_cover(page, added, by=by)
    return added


@transaction.atomic
def use_as_cover(page: Page, picture: PagePicture, *, by: Member) -> None:
    page.picture = picture.picture
    page.save(update_fields=["picture"])
    record("pages.page.covered", on=page, by=by)
    jobs.changed("pages.page", page.pk)


@transaction.atomic
def take_picture(page: Page, picture: PagePicture, *, by: Member) -> None:
    """Gone from the text, from the card, and for good."""
    erase_picture(picture.picture, by=by)
    page.refresh_from_db(fields=["picture"])
    jobs.changed("pages.page", page.pk)
