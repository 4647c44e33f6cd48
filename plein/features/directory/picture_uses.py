"""The picture of an organisation: for who may open its page on the map, and the ones before for
who keeps that page."""

from plein.features.directory.access import editable_entry, visible_entry
from plein.features.directory.models import Entry, Version
from plein.foundation.media.uses import PictureUse, through_page

PICTURES = [
    PictureUse(
        Entry,
        "picture",
        may_see=through_page(Entry, "picture", visible_entry, code="organisation__slug"),
    ),
    PictureUse(
        Version,
        "picture",
        may_see=through_page(Version, "picture", editable_entry, code="entry__organisation__slug"),
    ),
]
