"""What somebody can take along, and in which form."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Shape:
    """One choice on the page, and how it is made."""

    key: str
    name: Text
    line: Text
    pictogram: str
    group: str
    """booklet, poster or list"""
    kind: str = PDF
    ending: str = "pdf"
    variant: str = ""
    """Size of letters of a booklet, or of the paper of a poster."""
    for_copier: bool = False


SHAPES = (
    Shape("boekje", _("Booklet"), _("A5, with photos and codes for your phone."), "book-open",
          "booklet", variant="normal"),
    Shape("boekje-groot", _("Booklet in large letters"), _("A5, for who does not see so well."),
          "text-aa", "booklet", variant="large"),
    Shape("boekje-kopie", _("Booklet for the copier"),
          _("Two pages beside each other on A4. Print on both sides, fold and staple."), "printer",
          "booklet", variant="normal", for_copier=True),
    Shape("boekje-groot-kopie", _("Booklet in large letters, for the copier"),
          _("Two pages beside each other on A4, in large letters. Fold and staple."), "printer",
          "booklet", variant="large", for_copier=True),
    Shape("poster-a4", _("Poster A4"), _("For the window or the notice board."), "frame-corners",
          "poster", variant="a4"),
    Shape("poster-a3", _("Poster A3"), _("Twice as large. For the library or the shop."),
          "presentation", "poster", variant="a3"),
    Shape("lijst-pdf", _("List to print"), _("A table on A4: who, phone, open, costs."), "table",
          "list"),
    Shape("lijst-tekst", pgettext_lazy("paper", "Text to work on"),
          _("A document for Word or LibreOffice."), "file-doc", "list", DOCX, "docx"),
)  # fmt: skip
BY_KEY = {shape.key: shape for shape in SHAPES}
ALONE = ("poster-a4", "poster-a3")
"""What makes sense of one thing."""
