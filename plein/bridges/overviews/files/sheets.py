"""A sheet as CSV and as XLSX, without a library: a web process makes it at once.

Cells are words, never formulas: in XLSX by their type, in CSV by a mark before a sign at which a
spreadsheet would start to count.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OPENXML = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def readable(words: str) -> str:
    """Without signs that XML does not know."""
    return words.translate(NOT_IN_XML)


def as_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """With `;` and a mark for Dutch spreadsheets."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    for line in lines:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in line])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Iterable[Sequence[str]]) -> bytes:
    """One sheet with a bold first line that stays in sight."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(lines).items():
            # A fixed day: the same list is the same file.
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, XML + text)
    return made.getvalue()


def _parts(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{OPENXML}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{OPENXML}.styles+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml"'
            f' ContentType="{OPENXML}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (
            f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
            '<sheets><sheet name="Plein" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{SHEET}"><fonts count="2"><font><sz val="11"/></font>'
            '<font><b/><sz val="11"/></font></fonts>'
            '<fills count="1"><fill><patternFill/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs>'
            "</styleSheet>"
        ),
        "xl/worksheets/sheet1.xml": _sheet(lines),
    }


def _relations(named: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(named, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _sheet(lines: Iterable[Sequence[str]]) -> str:
    rows = "".join(
        f'<row r="{number}">{"".join(_cell(cell, number == 1) for cell in line)}</row>'
        for number, line in enumerate(lines, 1)
    )
    return (
        f'<worksheet xmlns="{SHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '</sheetView></sheetViews><cols><col min="1" max="30" width="24" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _cell(words: str, head: bool) -> str:
    text = escape(readable(words)[:32_000])
    style = ' s="1"' if head else ""
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{text}</t></is></c>'
