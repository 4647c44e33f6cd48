"""Organisations that show several photos: what goes on there, and the house itself."""

from collections.abc import Mapping, Sequence

from plein.demo.maker import Maker
from plein.features.directory.models import Entry, Version
from plein.features.directory.models.entries import EntryPhoto
from plein.features.directory.models.keeping import VersionPhoto
from plein.features.directory.sheet import Sheet
from plein.foundation.media.models import Picture

ALSO = ("gezelschap", "muziek-cultuur", "boodschappen-koken")
"""At most places people drink coffee, sing or eat together as well."""


def more_photos(
    maker: Maker,
    entries: Sequence[tuple[Entry, Sheet]],
    versions: Sequence[Version],
    pictures: Mapping[str, Sequence[Picture]],
) -> None:
    """One to four behind the first, with about a third of those that have a photo."""
    chance = maker.start("more photos")
    newest = {version.entry_id: version for version in versions}
    shown: list[EntryPhoto] = []
    kept: list[VersionPhoto] = []
    for entry, sheet in entries:
        if entry.picture is None or not maker.often(0.35):
            continue
        pool = [picture for key in (*sheet.themes, *ALSO) for picture in pictures.get(key, ())]
        others = [picture for picture in dict.fromkeys(pool) if picture != entry.picture]
        picked = chance.sample(others, min(chance.randint(1, 4), len(others)))
        for order, picture in enumerate(picked, 1):
            row = {"town_id": entry.town_id, "picture": picture, "order": order}
            shown.append(EntryPhoto(pk=maker.key(), entry=entry, **row))
            kept.append(VersionPhoto(pk=maker.key(), version=newest[entry.pk], **row))
    EntryPhoto.objects.bulk_create(shown)
    VersionPhoto.objects.bulk_create(kept)
