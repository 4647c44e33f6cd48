"""What each paper needs to be told. Words are plain text; an empty word is left out.

`facts` are [(pictogram, words)]; `qr` is a whole address; pictures are `Picture` rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class BadData(ValueError):
    """Something is missing, or is not part of this paper."""


@dataclass(frozen=True)
class Paper:
    """One template: what must be told, and what may be."""

    needs: tuple[str, ...]
    may: Mapping[str, Any] = field(default_factory=dict)
    """{name: what it is when nobody says}"""

    def filled(self, name: str, data: Mapping[str, Any]) -> dict[str, Any]:
        missing = [key for key in self.needs if key not in data]
        odd = [key for key in data if key not in self.needs and key not in self.may]
        if missing or odd:
            raise BadData(f"{name}: missing {missing}, unknown {odd}")
        return {**self.may, **data}


ALWAYS: Mapping[str, Any] = {"lang": "nl", "summary": None}

PAPERS: Mapping[str, Paper] = {
    "booklet": Paper(
        ("title", "lead", "sections", "join", "made", "colophon", "words"),
        {**ALWAYS, "size": "normal", "chosen": [], "fours": False},
    ),
    "poster": Paper(
        ("title", "items"),
        {**ALWAYS, "format": "a4", "lead": "", "more": [], "phone": "", "walk_in": "", "qr": "",
         "alone": True},
    ),
    "list": Paper(
        ("title", "columns", "rows"),
        {**ALWAYS, "lead": "", "chosen": [], "widths": [], "colophon": ""},
    ),
    "card": Paper(("title",), {**ALWAYS, "text": "", "facts": [], "qr": "", "foot": ""}),
    "letter": Paper(
        ("title", "address", "date", "greeting", "paragraphs", "closing", "signature"),
        {**ALWAYS, "facts": [], "qr": "", "foot": ""},
    ),
    "slip": Paper(
        ("title",), {**ALWAYS, "code": "", "lines": [], "facts": [], "qr": "", "foot": ""}
    ),
}  # fmt: skip
