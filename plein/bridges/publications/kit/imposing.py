"""Two A5 pages beside each other on A4, in the order in which a folded booklet is read.

Tags do not survive this (they belong to pages): this one is for the copier, never for the screen.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import IndirectObject


def order(pages: int) -> list[tuple[int, int]]:
    """(left, right) of each side, from 0; `pages` is a multiple of four.

    The first sheet has the last and the first page on its front, the second and the last but one
    on its back, and so on to the middle.
    """
    if pages % 4:
        raise ValueError("A folded sheet has four pages.")
    sides = []
    for step in range(pages // 2):
        pair = (pages - 1 - step, step)
        sides.append(pair if step % 2 == 0 else pair[::-1])
    return sides


def impose(pdf: bytes) -> bytes:
    """Print on both sides, turned over the short edge; fold in the middle."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    read, writer = PdfReader(BytesIO(pdf)), PdfWriter()
    wide, high = (float(side) for side in read.pages[0].mediabox[2:])
    forms = [_as_form(page, writer) for page in read.pages]
    for pair in order(len(forms) + -len(forms) % 4):
        sheet = writer.add_blank_page(2 * wide, high)
        shown = [(f"/P{n}", n, shift) for n, shift in zip(pair, (0.0, wide), strict=True)]
        shown = [each for each in shown if each[1] < len(forms)]
        names = DictionaryObject({NameObject(name): forms[n] for name, n, _shift in shown})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): names})
        drawn = DecodedStreamObject()
        lines = [f"q 1 0 0 1 {shift:.3f} 0 cm {name} Do Q" for name, _n, shift in shown]
        drawn.set_data("\n".join(lines).encode())
        sheet[NameObject("/Contents")] = writer._add_object(drawn)
    writer.add_metadata({"/Title": (read.metadata.title if read.metadata else "") or ""})
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def _as_form(page: "PageObject", writer: "PdfWriter") -> "IndirectObject":
    """A page as something to draw: what it uses (letters, pictures) is kept once for all."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject, NameObject

    form = DecodedStreamObject()
    contents: Any = page["/Contents"].get_object()
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    form.set_data(b"\n".join(part.get_object().get_data() for part in parts))
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(side) for side in page.mediabox)
    form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return writer._add_object(form.flate_encode())
