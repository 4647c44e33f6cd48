"""Pictures of pages and notes: for who may open them; of a draft, for who may write it."""

from uuid import UUID

from django.http import HttpRequest

from plein.features.pages.access import editable_page, visible_note, visible_page
from plein.features.pages.models import Note, Page, PagePicture
from plein.foundation.media.uses import PictureUse, through_page

ON_THE_PAGE = through_page(PagePicture, "picture", visible_page, code="page__code")
TAKEN_AWAY = through_page(PagePicture, "picture", editable_page, code="page__code")


def may_see_photo(request: HttpRequest, pk: UUID) -> bool:
    """What was taken off a page is for who writes it: an earlier version still has it."""
    shown = PagePicture.objects.filter(picture=pk, taken_at=None).exists()
    return (ON_THE_PAGE if shown else TAKEN_AWAY)(request, pk)


PICTURES = [
    PictureUse(Page, "picture", may_see=through_page(Page, "picture", visible_page)),
    PictureUse(PagePicture, "picture", may_see=may_see_photo),
    PictureUse(Note, "picture", may_see=through_page(Note, "picture", visible_note)),
]
