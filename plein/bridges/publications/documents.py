"""The list as a document, a spreadsheet and a plain table. For the worker only."""

from io import BytesIO

from plein.bridges.overviews.files.sheets import as_csv
from plein.bridges.publications.tables import Table

LANGUAGE = "nl-NL"
WIDE = 18
"""Signs in a column of width 1."""


def as_document(made: Table) -> bytes:
    """Text to work on: real headings, so that a newspaper or a newsletter keeps its own look."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = Document()
    document.core_properties.title, document.core_properties.language = made.title, LANGUAGE
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): LANGUAGE})
    normal.element.get_or_add_rPr().append(language)
    document.add_heading(made.title, 1)
    for words in (made.lead, *made.told):
        document.add_paragraph(_clean(words))
    for row, address in zip(made.rows, made.addresses, strict=True):
        document.add_heading(_clean(row[0]), 2)
        for name, words in zip(made.columns[1:], row[1:], strict=True):
            if words:
                document.add_paragraph(_clean(f"{name}: {words}"))
        document.add_paragraph(_clean(address))
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def as_spreadsheet(made: Table) -> bytes:
    """Cells are words: what begins with = stays what somebody wrote (H21)."""
    from xlsxwriter import Workbook

    kept = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(kept, options) as book:
        book.set_properties({"title": made.title})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for number, width in enumerate([*made.widths, 2.4]):
            sheet.set_column(number, number, width * WIDE, cell)
        for number, line in enumerate(lines(made)):
            for column, words in enumerate(line):
                sheet.write_string(number, column, words, cell if number else head)
        sheet.autofilter(0, 0, len(made.rows), len(made.columns))
    return kept.getvalue()


def as_plain(made: Table) -> bytes:
    return as_csv(lines(made))


def lines(made: Table) -> list[list[str]]:
    """The head, then a line for each thing with the address of its page."""
    rows = zip(made.rows, made.addresses, strict=True)
    return [[*made.columns, made.site], *([*row, address] for row, address in rows)]


def _clean(words: str) -> str:
    """XML knows no control signs."""
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t")
