"""Rows say the same as the apps: after each change, every few minutes, and when a page opens.

Who computes holds the board of the town, so an older look never overwrites a newer one.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.dayboard import queries
from plein.bridges.dayboard.making_rows import SAID, Key, fresh_rows
from plein.bridges.dayboard.models import Board, MatterRow
from plein.bridges.dayboard.sources import by_kind

STALE = timedelta(minutes=20)
"""Without a worker for so long, who opens the page computes all kinds."""


def catch_up(town_id: UUID) -> None:
    """Before a page is read: kinds that changed and that the worker did not come to yet.

    When the worker keeps up this asks two questions and writes nothing.
    """
    board = Board.objects.filter(town=town_id).first()
    if board is None or board.compared_at is None or _is_old(board.compared_at):
        refresh(town_id)
    elif kinds := queries.behind(board):
        refresh(town_id, kinds)


def _is_old(compared_at: datetime) -> bool:
    return timezone.now() - compared_at > STALE


@transaction.atomic
def refresh(town_id: UUID, kinds: Collection[str] | None = None) -> int:
    """Compute these kinds again, or all; gives how many rows were not right."""
    board = _held(town_id)
    now = timezone.now()
    chosen = [s for s in by_kind().values() if kinds is None or s.kind in kinds]
    should, are = fresh_rows(town_id, chosen), _rows(town_id, kinds)
    count = _make_right(town_id, should, are)
    if kinds is None:
        board.compared_at = now
    board.kinds |= {source.kind: now.isoformat() for source in chosen}
    board.save(update_fields=["compared_at", "kinds"])
    return count


def wrong(town_id: UUID) -> list[Key]:
    """Which rows do not say what their app says; none, when all is well."""
    should, are = fresh_rows(town_id, by_kind().values()), _rows(town_id, None)
    return [
        key
        for key in sorted({*should, *are}, key=str)
        if key not in should or key not in are or not _same(should[key], are[key])
    ]


def _held(town_id: UUID) -> Board:
    Board.objects.get_or_create(town_id=town_id)
    return Board.objects.select_for_update().get(town=town_id)


def _rows(town_id: UUID, kinds: Collection[str] | None) -> dict[Key, MatterRow]:
    rows = MatterRow.objects.filter(town=town_id)
    if kinds is not None:
        rows = rows.filter(kind__in=kinds)
    return {(row.kind, row.about): row for row in rows}


def _make_right(town_id: UUID, should: dict[Key, MatterRow], are: dict[Key, MatterRow]) -> int:
    new = [row for key, row in should.items() if key not in are]
    gone = [row.pk for key, row in are.items() if key not in should]
    changed = [row for key, row in are.items() if key in should and not _same(should[key], row)]
    for row in changed:
        for name in SAID:
            setattr(row, name, getattr(should[row.kind, row.about], name))
    MatterRow.objects.bulk_create(new, batch_size=200)
    MatterRow.objects.bulk_update(changed, SAID, batch_size=50)
    for start in range(0, len(gone), 500):
        MatterRow.objects.filter(town=town_id, pk__in=gone[start : start + 500]).delete()
    return len(new) + len(gone) + len(changed)


def _same(one: MatterRow, other: MatterRow) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in SAID)
