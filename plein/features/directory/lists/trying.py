"""The dry run: what every row of a list would do, without doing it."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from plein.features.directory import placing
from plein.features.directory.lists.cells import Known, read_row
from plein.features.directory.lists.doubles import Index, Side
from plein.features.directory.lists.filling import filled
from plein.features.directory.models import Entry, ImportRow, ListImport
from plein.features.directory.sheet import Sheet, sheet_of
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Editor
from plein.foundation.taxonomy.models import Listed, TargetGroup, Theme
from plein.lib.keys import uuid7
from plein.lib.listing import fold

Outcome = ImportRow.Outcome


class _Trial:
    """What is known before the first row, and the rows so far."""

    def __init__(self, taken_in: ListImport) -> None:
        self.taken_in = taken_in
        town_id = taken_in.town_id
        entries = Entry.objects.in_town(town_id).filter(organisation__merged_into=None)
        self.sheets: dict[UUID, Sheet] = {}
        for entry in entries.complete().iterator(chunk_size=500):
            self.sheets[entry.pk] = sheet_of(entry)
        self.index = Index.of(side_of(key, sheet) for key, sheet in self.sheets.items())
        self.in_list = Index.of(())
        self.numbers: dict[UUID, int] = {}
        kept = Editor.objects.filter(town=town_id).values("organisation")
        mine = entries.filter(organisation__in=kept).values_list("pk", flat=True)
        self.kept_by_editors = set(mine)
        self.known = Known(
            _words(Theme.objects.in_town(town_id)),
            _words(TargetGroup.objects.in_town(town_id)),
            _wijken(taken_in.town),
            taken_in.town.name,
        )

    def row(self, number: int, cells: list[str]) -> ImportRow:
        columns = self.taken_in.columns
        named = {key: cells[int(n)] for n, key in columns.items() if int(n) < len(cells)}
        read = read_row(named, self.known)
        row = ImportRow(
            town_id=self.taken_in.town_id,
            taken_in=self.taken_in,
            number=number,
            name=read.sheet.name[:120],
            problems=read.problems,
            sheet=read.sheet.as_json(),
            outcome=Outcome.WRONG,
        )
        if not read.is_wrong:
            self._place(row, read.sheet)
        return row

    def _place(self, row: ImportRow, sheet: Sheet) -> None:
        side = side_of(uuid7(), sheet)
        earlier = self.in_list.find(side)
        if earlier and earlier.certain:
            row.outcome = Outcome.TWICE
            words = _("The same as row %(number)s of this list.")
            row.problems.append(words % {"number": self.numbers[earlier.side.key]})
            return
        self.in_list.add(side)
        self.numbers[side.key] = row.number
        match = self.index.find(side)
        if match is None:
            row.outcome = Outcome.NEW
            return
        row.entry_id = match.side.key
        if not match.certain:
            row.outcome = Outcome.PERHAPS
            words = _("Looks like “%(name)s”, which is on the map already.")
            row.problems.append(words % {"name": match.side.name})
            return
        now = self.sheets[match.side.key]
        take_over = self.may_take_over(match.side.key)
        same = filled(now, sheet, take_over=take_over) == now
        row.outcome = Outcome.SAME if same else Outcome.CHANGED
        if self.taken_in.take_over and not take_over and not same:
            row.problems.append(
                _("This organisation keeps its own page. We only fill in what is empty.")
            )

    def may_take_over(self, entry_id: UUID) -> bool:
        return self.taken_in.take_over and entry_id not in self.kept_by_editors


def try_rows(taken_in: ListImport, rows: Iterable[tuple[int, list[str]]]) -> Iterator[ImportRow]:
    """Rows that are not saved yet, one by one."""
    trial = _Trial(taken_in)
    return (trial.row(number, cells) for number, cells in rows)


def side_of(key: UUID, sheet: Sheet) -> Side:
    postcode = next((spot.postcode for spot in sheet.locations if spot.postcode), "")
    return Side(key, sheet.name, sheet.kvk, postcode)


def _wijken(town: Community) -> dict[str, str]:
    """What stands in addresses, and the name; of two with one name the first."""
    choices = placing.choices_of(town.tree)
    named = {fold(name): slug for slug, name in reversed(choices)}
    return named | {fold(slug): slug for slug, _name in choices}


def _words(entries: Iterable[Listed]) -> dict[str, str]:
    """Every name in every language, and the key itself."""
    found: dict[str, str] = {}
    for entry in entries:
        found |= {fold(name): entry.key for name in (*entry.names.values(), entry.key)}
    return found
