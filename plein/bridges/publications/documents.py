"""The list as text to work on. For the worker only; sheets are made by overviews."""

from io import BytesIO

from plein.bridges.publications.tables import Table

LANGUAGE = "nl-NL"


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
    for row, text, address in zip(made.rows, made.texts, made.addresses, strict=True):
        document.add_heading(_clean(row[0]), 2)
        if text:
            document.add_paragraph(_clean(text))
        for name, words in zip(made.columns[1:], row[1:], strict=True):
            if words:
                document.add_paragraph(_clean(f"{name}: {words}"))
        document.add_paragraph(_clean(address))
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _clean(words: str) -> str:
    """XML knows no control signs."""
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t")
