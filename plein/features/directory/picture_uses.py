"""The photos of an organisation: for who may open its page on the map, and the ones before for
who keeps that page."""

from django.db import models

from plein.features.directory.access import editable_entry, visible_entry
from plein.features.directory.models import Entry, EntryPhoto, Version, VersionPhoto
from plein.foundation.media.uses import PictureUse, Visible, through_page


def _use(model: type[models.Model], visible: Visible, entry: str) -> PictureUse:
    code = f"{entry}organisation__slug"
    return PictureUse(model, "picture", through_page(model, "picture", visible, code=code))


PICTURES = [
    _use(Entry, visible_entry, ""),
    _use(EntryPhoto, visible_entry, "entry__"),
    _use(Version, editable_entry, "entry__"),
    _use(VersionPhoto, editable_entry, "version__entry__"),
]
