"""From a file to a table of words, or one sentence that says what to do about it.

Done by the worker: the xlsx reader is heavy, and files of strangers are read far from the site.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 80 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 80
LONGEST_CELL = 4_000
SEPARATORS = ";\t,|"


class Unreadable(Exception):
    """Why a file cannot be read, in words for a volunteer."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True)
class Table:
    header: list[str]
    rows: list[tuple[int, list[str]]]
    """(number as the spreadsheet shows it, cells)."""


SAVE_AS = _("Open it in your spreadsheet program and choose “Save as”, then xlsx or csv.")
KNOWN_BY_START = (
    (b"%PDF", _("This is a PDF. We can only read a spreadsheet: xlsx or csv.")),
    (b"\xff\xd8\xff", _("This is a picture. We can only read a spreadsheet: xlsx or csv.")),
    (b"\x89PNG", _("This is a picture. We can only read a spreadsheet: xlsx or csv.")),
    (b"GIF8", _("This is a picture. We can only read a spreadsheet: xlsx or csv.")),
    (b"{\\rtf", _("This is a text document. We can only read a spreadsheet: xlsx or csv.")),
    (b"\x1f\x8b", _("This is a packed file. Unpack it first, then choose the spreadsheet.")),
    (b"Rar!", _("This is a packed file. Unpack it first, then choose the spreadsheet.")),
    (b"7z\xbc\xaf", _("This is a packed file. Unpack it first, then choose the spreadsheet.")),
)
OLD_OR_LOCKED = _(
    "This is an old Excel file (xls), or it has a password. Open it, take the password off, and "
    "save it as xlsx."
)
WEB_PAGE = _("This is a web page that was saved as a spreadsheet. Open it and save it as xlsx.")
EMPTY = _("This file is empty.")
ONLY_HEADER = _("There is only a row with headings, and no organisation below it.")
DAMAGED = _("This file is damaged. Open it in your spreadsheet program and save it once more.")
NO_HEADER = _("We do not see headings. Put a row on top with words such as: name, street, phone.")
TOO_BIG = _("This file is too big: at most 5 MB. Make two lists of it.")
TOO_LONG = _("This list is too long: at most 20,000 rows. Make two lists of it.")
TOO_WIDE = _("This list has more than 80 columns. Take away what is not needed.")
NOT_A_LIST = _("We cannot find columns in this file. Save it as xlsx, or as csv with semicolons.")
OPEN_QUOTE = _("Somewhere a quotation mark opens and never closes. Save the list as xlsx.")
OTHER_PROGRAM = _("This is a file of another program. Save it there as xlsx or csv.")


def read(data: bytes) -> Table:
    """Whatever it is called: what is in it counts. Raises `Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_BIG)
    if not data.strip():
        raise Unreadable(EMPTY)
    for start, sentence in KNOWN_BY_START:
        if data.startswith(start):
            raise Unreadable(sentence)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(OLD_OR_LOCKED)
    lines = _of_workbook(data) if data.startswith(b"PK") else _of_text(data)
    return _table(lines)


def _table(lines: Iterable[list[str]]) -> Table:
    """The first row with two filled cells is the header; a title above it is passed over."""
    numbered = [(n, cells) for n, cells in enumerate(lines, 1) if any(cells)]
    if not numbered:
        raise Unreadable(EMPTY)
    top = next((i for i, (_n, cells) in enumerate(numbered[:10]) if _is_header(cells)), None)
    if top is None:
        raise Unreadable(NOT_A_LIST if max(len(c) for _n, c in numbered[:10]) < 2 else NO_HEADER)
    header = numbered[top][1]
    while header and not header[-1]:
        header = header[:-1]
    if len(header) > MOST_COLUMNS:
        raise Unreadable(TOO_WIDE)
    rows = [(n, (cells + [""] * len(header))[: len(header)]) for n, cells in numbered[top + 1 :]]
    if not rows:
        raise Unreadable(ONLY_HEADER)
    if len(rows) > MOST_ROWS:
        raise Unreadable(TOO_LONG)
    return Table(header, rows)


def _is_header(cells: list[str]) -> bool:
    """At least two cells with words, and no cell that is a number, as a header has."""
    filled = [cell for cell in cells if cell]
    worded = [cell for cell in filled if any(sign.isalpha() for sign in cell)]
    return len(worded) >= 2 and not any(cell.replace(" ", "").isdigit() for cell in filled)


def _of_text(data: bytes) -> Iterator[list[str]]:
    text = _decoded(data)
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<table", "<?xml")):
        raise Unreadable(WEB_PAGE)
    if start.startswith(("{", "[{")):
        raise Unreadable(OTHER_PROGRAM)
    told, separator = _told_separator(text)
    separator = separator or _separator(told)
    if separator not in told.split("\n", 1)[0] and separator not in told[:4000]:
        raise Unreadable(NOT_A_LIST)
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(told, newline=""), delimiter=separator, strict=False)
    try:
        for cells in islice(reader, MOST_ROWS + 20):
            if any(len(cell) > LONGEST_CELL for cell in cells):
                raise Unreadable(OPEN_QUOTE)
            yield [cell.strip() for cell in cells]
    except csv.Error:
        raise Unreadable(DAMAGED) from None


def _told_separator(text: str) -> tuple[str, str]:
    """Excel writes "sep=;" on top of some files."""
    first, _newline, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[-1]
    return text, ""


def _decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 when it says so or fits, else Windows-1252 as old Excel writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        if b"\0" in data:
            raise Unreadable(OTHER_PROGRAM)
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise Unreadable(DAMAGED) from None
    # Five bytes have no sign in Windows-1252; then somebody's old program used them its own way.
    text = data.decode("cp1252", "replace")
    strange = sum(not sign.isprintable() and sign not in "\r\n\t" for sign in text[:20_000])
    if strange * 20 > len(text[:20_000]):
        raise Unreadable(OTHER_PROGRAM)
    return text


def _separator(text: str) -> str:
    """The sign that stands equally often in the first rows; not counting what is in quotes."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]

    def fits(sign: str) -> tuple[int, int]:
        counts = [_outside_quotes(line).count(sign) for line in lines]
        most = max(counts, default=0)
        return sum(count == most for count in counts) if most else 0, most

    return max(SEPARATORS, key=fits)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _of_workbook(data: bytes) -> Iterator[list[str]]:
    _look_inside(data)
    # Heavy, and only ever needed by the worker.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        filled = next((s for s in sheets if _has_words(s)), None)
        for cells in islice(filled.iter_rows(values_only=True), MOST_ROWS + 20) if filled else ():
            yield [_cell(cell) for cell in cells[: MOST_COLUMNS + 1]]
    except Exception:
        # Whatever the reader stumbles over: for a volunteer there is one remedy.
        raise Unreadable(DAMAGED) from None


def _has_words(sheet: Any) -> bool:
    rows = sheet.iter_rows(values_only=True, max_row=30)
    return any(cell not in (None, "") for cells in rows for cell in cells)


def _look_inside(data: bytes) -> None:
    """Before it is unpacked: is it a workbook, and how big will it be?"""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            size = sum(info.file_size for info in packed.infolist())
    except zipfile.BadZipFile:
        raise Unreadable(DAMAGED) from None
    if size > MOST_UNPACKED:
        raise Unreadable(TOO_BIG)
    if "xl/workbook.xml" in names:
        return
    if any(name.startswith("word/") for name in names):
        raise Unreadable(KNOWN_BY_START[4][1])
    if "mimetype" in names or any(name.startswith("Index/") for name in names):
        raise Unreadable(OTHER_PROGRAM)
    raise Unreadable(KNOWN_BY_START[5][1])


def _cell(value: Any) -> str:
    """As people see it: no "12.0" for 12, and days as dd-mm-jjjj."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}" if value.time() == time(0) else f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)[:LONGEST_CELL].strip()
