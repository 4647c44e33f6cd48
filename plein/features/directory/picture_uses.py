"""The picture of an organisation: for who may open its page on the map."""

from plein.features.directory.access import visible_entry
from plein.features.directory.models import Entry
from plein.foundation.media.uses import PictureUse, through_page

PICTURES = [
    PictureUse(
        Entry,
        "picture",
        may_see=through_page(Entry, "picture", visible_entry, code="organisation__slug"),
    )
]
