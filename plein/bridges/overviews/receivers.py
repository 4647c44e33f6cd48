"""The index hears of every change of every listing, and compares itself each night."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse

from plein.bridges.overviews import actions
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.sources import changes, source_of
from plein.foundation import jobs


def listen(change: str) -> None:
    def remake(pk: str) -> None:
        actions.remake(change, pk)

    def wrong() -> Iterator[UUID]:
        return actions.wrong(change)

    wrong.__name__ = f"wrong_{change.replace('.', '_')}"
    jobs.listens(change)(remake)
    jobs.sweep(change)(wrong)


for each in sorted(changes()):
    listen(each)


@jobs.listens("moderation.picture")
@jobs.listens("media.picture")
def with_another_photo_or_words(picture: str) -> None:
    """Somebody in it did not want that: the cards that show it get another photo, or none.
    Or what can be seen was said in other words: all cards with it say so."""
    shown = Row.objects.filter(picture=reverse("media:picture", args=[picture, 800]))
    for key, kind, house in list(shown.values_list("pk", "kind", "house")):
        if source := source_of(kind, house):
            actions.remake(source.change, key)
