"""Writing the rows of a list to the map, and taking them back, part by part.

A part is one transaction of a hundred rows at most: on SQLite others can write in between, and a
worker that is killed loses one part and goes on behind the last whole one.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.deletion import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.features.directory.actions.writing import BATCH, add_many, write_many
from plein.features.directory.lists.doubles import Index
from plein.features.directory.lists.filling import filled
from plein.features.directory.lists.trying import side_of
from plein.features.directory.models import Entry, ImportRow, ListImport, Version
from plein.features.directory.placing import located_many
from plein.features.directory.queries import rules_of
from plein.features.directory.sheet import Sheet, sheet_of
from plein.foundation.jobs.actions import changed_many
from plein.foundation.organisations.actions import free_slug
from plein.foundation.organisations.models import Editor, Organisation
from plein.lib.codes import short_code

Outcome, Choice, State = ImportRow.Outcome, ImportRow.Choice, ListImport.State
PART = 100


def write_part(key: UUID) -> bool:
    """The next rows; False when there are none, or somebody wants it back."""
    with transaction.atomic():
        taken_in = _locked(key, State.WRITING)
        if taken_in is None:
            return False
        rows = list(_rows(taken_in).filter(number__gt=taken_in.reached).order_by("number")[:PART])
        if rows:
            _write_rows(taken_in, rows)
            taken_in.reached = rows[-1].number
        else:
            taken_in.state, taken_in.done_at = State.DONE, timezone.now()
        taken_in.save(update_fields=["reached", "state", "done_at"])
    return bool(rows)


def undo_part(key: UUID) -> bool:
    """The last rows first; False when all of them are as before, or it is not to be undone."""
    with transaction.atomic():
        taken_in = _locked(key, State.UNDOING)
        if taken_in is None:
            return False
        written = _rows(taken_in).filter(number__lte=taken_in.reached)
        rows = list(written.order_by("-number")[:PART])
        if rows:
            _undo_rows(taken_in, rows)
            taken_in.reached = rows[-1].number - 1
        else:
            taken_in.state = State.UNDONE
        taken_in.save(update_fields=["reached", "state"])
    return bool(rows)


def _locked(key: UUID, state: str) -> ListImport | None:
    locked = ListImport.objects.select_for_update(of=("self",)).filter(pk=key, state=state)
    return locked.select_related("town", "by").first()


def _rows(taken_in: ListImport) -> QuerySet[ImportRow]:
    """Only those that do something."""
    return ImportRow.objects.filter(
        Q(outcome__in=(Outcome.NEW, Outcome.CHANGED))
        | Q(outcome=Outcome.PERHAPS, choice__in=(Choice.NEW, Choice.SAME)),
        town=taken_in.town_id,
        taken_in=taken_in,
    )


def _write_rows(taken_in: ListImport, rows: Sequence[ImportRow]) -> None:
    """New ones first, then what is completed."""
    _look_again(taken_in, rows)
    new = [r for r in rows if r.outcome == Outcome.NEW or (_perhaps(r) and r.choice == Choice.NEW)]
    known = [r for r in rows if r not in new and r.entry_id]
    written = _add(taken_in, new) + _complete(taken_in, known)
    changed_many("organisations.organisation", [entry.organisation_id for entry in written])


def _look_again(taken_in: ListImport, rows: Sequence[ImportRow]) -> None:
    """Between trying out and taking over others may have come: the same list twice, or a proposal.
    A row that was new is the same as the one that came meanwhile when that is certain."""
    ours = ImportRow.objects.filter(town=taken_in.town_id, taken_in=taken_in).exclude(version=None)
    came = Entry.objects.in_town(taken_in.town_id).filter(
        made_at__gt=taken_in.made_at, organisation__merged_into=None
    )
    came = came.exclude(pk__in=ours.exclude(entry=None).values("entry")).complete()
    index = Index.of(side_of(entry.pk, sheet_of(entry)) for entry in came.order_by("pk"))
    known = []
    for row in rows:
        if row.outcome != Outcome.NEW:
            continue
        match = index.find(side_of(row.pk, Sheet.of_json(row.sheet)))
        if match and match.certain:
            row.outcome, row.entry_id = Outcome.CHANGED, match.side.key
            known.append(row)
    ImportRow.objects.bulk_update(known, ["outcome", "entry"], batch_size=BATCH)


def _perhaps(row: ImportRow) -> bool:
    return row.outcome == Outcome.PERHAPS


def _add(taken_in: ListImport, rows: Sequence[ImportRow]) -> list[Entry]:
    town, now = taken_in.town, timezone.now()
    known = list(Organisation.objects.filter(town=town).values_list("slug", "code"))
    taken = {slug for slug, _code in known}
    codes = _free_codes({code for _slug, code in known})
    sheets = _located([Sheet.of_json(row.sheet) for row in rows])
    entries = []
    rhythm = rules_of(town).rhythm
    for sheet in sheets:
        slug = free_slug(sheet.name, taken)
        taken.add(slug)
        organisation = Organisation(
            town=town, community=town, name=sheet.name, slug=slug, admitted_at=now, reach="all"
        )
        organisation.code = next(codes)
        entries.append(Entry(town=town, organisation=organisation, rhythm=rhythm))
    pairs = list(zip(entries, sheets, strict=True))
    versions = add_many(pairs, by=taken_in.by, cause=Version.Cause.IMPORT)
    return _note(rows, pairs, versions)


def _free_codes(taken: set[str]) -> Iterator[str]:
    """Among thousands of short codes two are soon the same."""
    while True:
        code = short_code()
        if code not in taken:
            taken.add(code)
            yield code


def _complete(taken_in: ListImport, rows: Sequence[ImportRow]) -> list[Entry]:
    """Rows of one list never meet the same entry twice, also not in another part."""
    entries = _entries(rows)
    met = _rows(taken_in).filter(entry__in=entries).exclude(version=None)
    kept = set(
        Editor.objects.filter(
            town=taken_in.town_id, organisation__in=[e.organisation_id for e in entries.values()]
        ).values_list("organisation_id", flat=True)
    )
    pairs, meant, seen = [], [], set(met.values_list("entry", flat=True))
    for row in rows:
        entry = entries.get(row.entry_id)
        if entry is None or entry.pk in seen:
            continue
        now = sheet_of(entry)
        take_over = taken_in.take_over and entry.organisation_id not in kept
        after = filled(now, Sheet.of_json(row.sheet), take_over=take_over)
        if after != now:
            seen.add(entry.pk)
            row.before = now.as_json()
            pairs.append((entry, after))
            meant.append(row)
    sheets = _located([sheet for _entry, sheet in pairs])
    pairs = [(entry, sheet) for (entry, _old), sheet in zip(pairs, sheets, strict=True)]
    versions = write_many(pairs, by=taken_in.by, cause=Version.Cause.IMPORT)
    return _note(meant, pairs, versions)


def _entries(rows: Sequence[ImportRow]) -> dict[UUID | None, Entry]:
    found: dict[UUID | None, Entry] = {}
    keys = [row.entry_id for row in rows if row.entry_id]
    for start in range(0, len(keys), BATCH):
        part = Entry.objects.filter(town=rows[0].town_id, pk__in=keys[start : start + BATCH])
        found |= {entry.pk: entry for entry in part.complete()}
    return found


def _note(
    rows: Sequence[ImportRow], pairs: Sequence[tuple[Entry, Sheet]], versions: Sequence[Version]
) -> list[Entry]:
    """What each row became, so that it can be taken back."""
    for row, (entry, _sheet), version in zip(rows, pairs, versions, strict=True):
        row.entry, row.version = entry, version.pk
    completed = ["before"] if any(row.before for row in rows) else []
    ImportRow.objects.bulk_update(rows, ["entry", "version", *completed], batch_size=BATCH)
    return [entry for entry, _sheet in pairs]


def _located(sheets: list[Sheet]) -> list[Sheet]:
    """Points for all places, in few queries."""
    spots = iter(located_many([spot for sheet in sheets for spot in sheet.locations]))
    return [
        sheet.changed(locations=tuple(next(spots) for _spot in sheet.locations)) for sheet in sheets
    ]


def _undo_rows(taken_in: ListImport, rows: Sequence[ImportRow]) -> None:
    """New ones go, what was completed says again what it said. What people changed since, stays."""
    done = [row for row in rows if row.version and row.entry_id]
    newest = dict(
        Version.objects.filter(town=taken_in.town_id, entry__in=[row.entry_id for row in done])
        .order_by()
        .values_list("entry")
        .annotate(Max("made_at"))
    )
    ours = dict(
        Version.objects.filter(
            town=taken_in.town_id, pk__in=[row.version for row in done]
        ).values_list("pk", "made_at")
    )
    untouched = [
        r for r in done if r.entry_id and newest.get(r.entry_id) == ours.get(r.version or r.pk)
    ]
    for row in done:
        if row not in untouched:
            row.problems.append(_("Changed since by people. That stays as it is."))
    back = [row for row in untouched if row.before is not None]
    entries = _entries(back) if back else {}
    pairs = [
        (entries[r.entry_id], Sheet.of_json(r.before or {})) for r in back if r.entry_id in entries
    ]
    write_many(pairs, by=taken_in.by, cause=Version.Cause.UNDO)
    changed_many("organisations.organisation", [e.organisation_id for e, _s in pairs])
    ImportRow.objects.bulk_update(done, ["problems"], batch_size=BATCH)
    _take_away(taken_in, [row for row in untouched if row.before is None])


def _take_away(taken_in: ListImport, rows: Sequence[ImportRow]) -> None:
    """Organisations that only this list knew. Who got editors or posts since, stays."""
    town_id = taken_in.town_id
    editors = Editor.objects.filter(town=town_id, organisation=OuterRef("pk"))
    for start in range(0, len(rows), BATCH):
        keys = [row.entry_id for row in rows[start : start + BATCH] if row.entry_id]
        inside = Entry.objects.filter(town=town_id, pk__in=keys, confirmed_at=None)
        gone = Organisation.objects.filter(
            ~Exists(editors), town=town_id, pk__in=inside.values("organisation")
        )
        organisation_ids = list(gone.values_list("pk", flat=True))
        _delete(town_id, organisation_ids)
        changed_many("organisations.organisation", organisation_ids)


def _delete(town_id: UUID, keys: list[UUID]) -> None:
    found = Organisation.objects.filter(town=town_id, pk__in=keys)
    try:
        found.delete()
    except ProtectedError as held:
        # Somebody placed something in its name meanwhile: that one stays, the rest goes.
        holding = {getattr(each, "organisation_id", None) for each in held.protected_objects}
        found.exclude(pk__in=holding - {None}).delete()
