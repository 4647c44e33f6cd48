"""Pictures of pages and notes: for who may open them; of a draft, for who may write it."""

from plein.features.pages.access import visible_note, visible_page
from plein.features.pages.models import Note, Page, PagePicture
from plein.foundation.media.uses import PictureUse, through_page

PICTURES = [
    PictureUse(Page, "picture", may_see=through_page(Page, "picture", visible_page)),
    PictureUse(
        PagePicture,
        "picture",
        may_see=through_page(PagePicture, "picture", visible_page, code="page__code"),
    ),
    PictureUse(Note, "picture", may_see=through_page(Note, "picture", visible_note)),
]
