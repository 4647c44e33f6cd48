"""The index hears of every change of every listing, and compares itself each night."""

from collections.abc import Iterator
from uuid import UUID

from plein.bridges.overviews import actions
from plein.bridges.overviews.sources import changes
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
