"""Taking in a list: tried out first, written part by part, and taken back as a whole."""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation

from plein.features.directory import placing
from plein.features.directory.lists import columns as known_columns
from plein.features.directory.lists.reading import Unreadable
from plein.features.directory.lists.reading import read as read_file
from plein.features.directory.lists.trying import try_rows
from plein.features.directory.lists.writing import Names, row_of, xlsx_bytes
from plein.features.directory.models import (
    ColumnMemory,
    Entry,
    Export,
    ImportRow,
    ListImport,
)
from plein.features.directory.sheet import sheet_of
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.jobs import later
from plein.foundation.taxonomy.models import TargetGroup, Theme

BATCH = 250
FILES_KEPT = timedelta(days=30)
EXPORTS_KEPT = timedelta(days=1)
State = ListImport.State


class NotNow(Exception):
    """This list is in another state: somebody was faster, or it is being worked on."""


def _keep_file(town: Community, data: bytes) -> str:
    path = f"lists/{town.pk.hex}/{secrets.token_hex(16)}"
    return default_storage.save(path, ContentFile(data))


@transaction.atomic
def upload(town: Community, data: bytes, *, name: str, take_over: bool, by: Member) -> ListImport:
    """Keep the file; the worker reads it. Nothing on the map changes."""
    taken_in = ListImport.objects.create(
        town=town,
        file_name=name[:120],
        path=_keep_file(town, data),
        take_over=take_over,
        by=by,
    )
    record("directory.import.uploaded", on=taken_in, by=by)
    later("directory.read_list", taken_in.pk)
    return taken_in


@transaction.atomic
def choose_columns(taken_in: ListImport, columns: dict[str, str], *, by: Member) -> None:
    """Which column is what, also for the next list with the same headings."""
    _move(taken_in, {State.COLUMNS, State.READ}, State.READING)
    taken_in.columns = columns
    taken_in.save(update_fields=["columns"])
    ColumnMemory.objects.update_or_create(
        town_id=taken_in.town_id,
        header=known_columns.digest(taken_in.header),
        defaults={"columns": columns},
    )
    record("directory.import.uploaded", on=taken_in, by=by)
    later("directory.read_list", taken_in.pk)


@transaction.atomic
def choose(row: ImportRow, choice: str) -> None:
    """What a person says about a row that is perhaps known."""
    if row.taken_in.state != State.READ or row.outcome != ImportRow.Outcome.PERHAPS:
        raise NotNow
    row.choice = ImportRow.Choice(choice)
    row.save(update_fields=["choice"])


def _move(taken_in: ListImport, from_states: set[State], to: State) -> None:
    """Only one of two impatient thumbs gets through."""
    rows = ListImport.objects.filter(town=taken_in.town_id, pk=taken_in.pk)
    if not rows.filter(state__in=from_states).update(state=to):
        raise NotNow
    taken_in.state = to


def read(key: UUID) -> None:
    """By the worker: file, columns, rows. A second time it begins anew."""
    taken_in = ListImport.objects.filter(pk=key, state=State.READING).first()
    if taken_in is None:
        return
    with translation.override("nl"):
        try:
            with default_storage.open(taken_in.path) as file:
                table = read_file(file.read())
        except Unreadable as refusal:
            _stop(taken_in, str(refusal.sentence))
            return
        if taken_in.header != table.header or not taken_in.columns:
            taken_in.header = [words[:120] for words in table.header]
            taken_in.columns = _remembered(taken_in)
        if not known_columns.is_enough(taken_in.columns):
            taken_in.state = State.COLUMNS
            taken_in.save(update_fields=["header", "columns", "state"])
            return
        taken_in.rows_all, taken_in.rows_read = len(table.rows), 0
        taken_in.save(update_fields=["header", "columns", "rows_all", "rows_read"])
        ImportRow.objects.filter(town=taken_in.town_id, taken_in=taken_in).delete()
        for rows in _chunks(try_rows(taken_in, table.rows)):
            ImportRow.objects.bulk_create(rows)
            taken_in.rows_read += len(rows)
            taken_in.save(update_fields=["rows_read"])
    _move(taken_in, {State.READING}, State.READ)


def _stop(taken_in: ListImport, complaint: str) -> None:
    taken_in.state, taken_in.complaint = State.BROKEN, complaint[:300]
    taken_in.save(update_fields=["state", "complaint"])


def _remembered(taken_in: ListImport) -> dict[str, str]:
    memory = ColumnMemory.objects.filter(
        town=taken_in.town_id, header=known_columns.digest(taken_in.header)
    ).first()
    return memory.columns if memory else known_columns.guess(taken_in.header)


def _chunks(rows: Iterator[ImportRow]) -> Iterator[list[ImportRow]]:
    part: list[ImportRow] = []
    for row in rows:
        part.append(row)
        if len(part) == BATCH:
            yield part
            part = []
    if part:
        yield part


@transaction.atomic
def begin_taking_over(taken_in: ListImport, *, by: Member) -> None:
    _move(taken_in, {State.READ}, State.WRITING)
    later("directory.write_list", taken_in.pk)
    record("directory.import.done", on=taken_in, by=by)


@transaction.atomic
def begin_undoing(taken_in: ListImport, *, by: Member) -> None:
    """Also while it is still being written: the worker stops after the part it is at."""
    _move(taken_in, {State.DONE, State.WRITING}, State.UNDOING)
    later("directory.undo_list", taken_in.pk)
    record("directory.import.undone", on=taken_in, by=by)


def take_over(key: UUID) -> None:
    """By the worker, part by part: nobody else waits long, and after a stop it goes on."""
    from plein.features.directory.actions import taking_over

    while taking_over.write_part(key):
        pass


def undo(key: UUID) -> None:
    """By the worker, part by part: everything this list did, but not what came after it."""
    from plein.features.directory.actions import taking_over

    while taking_over.undo_part(key):
        pass


def names_of(town: Community) -> Names:
    """In Dutch, as people fill in lists."""
    themes, groups = (m.objects.in_town(town.pk) for m in (Theme, TargetGroup))
    return Names(
        {t.key: t.names.get("nl", t.key) for t in themes},
        {g.key: g.names.get("nl", g.key) for g in groups},
        dict(placing.choices_of(town.tree)),
    )


def listed_rows(town: Community, *, desk: bool) -> Iterator[list[str]]:
    """All that is on the map, in the order of the alphabet."""
    names = names_of(town)
    entries = Entry.objects.in_town(town.pk).shown().complete().order_by("organisation__name", "pk")
    with translation.override("nl"):
        for entry in entries.iterator(chunk_size=500):
            yield row_of(sheet_of(entry), names, desk=desk)


@transaction.atomic
def ask_export(town: Community, *, by: Member) -> Export:
    """A workbook, made by the worker."""
    export = Export.objects.create(town=town, by=by)
    record("directory.export.asked", on=export, by=by)
    later("directory.make_export", export.pk)
    return export


def make_export(key: UUID) -> None:
    export = Export.objects.filter(pk=key, path="").select_related("town").first()
    if export:
        data = xlsx_bytes(listed_rows(export.town, desk=True), "Organisaties")
        export.path = _keep_file(export.town, data)
        export.save(update_fields=["path"])


def forget_files() -> None:
    """Files of lists after a month, ready workbooks after a day. What they did stays."""
    now = timezone.now()
    for taken_in in ListImport.objects.filter(made_at__lt=now - FILES_KEPT).exclude(path=""):
        default_storage.delete(taken_in.path)
        taken_in.path = ""
        taken_in.save(update_fields=["path"])
    for export in Export.objects.filter(made_at__lt=now - EXPORTS_KEPT):
        default_storage.delete(export.path)
        export.delete()
