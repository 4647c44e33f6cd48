"""Words as people typed them, without what no eye can see."""

import re
import unicodedata

UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co")
KEPT = "\n\u200c\u200d"
"""Line ends, and the two joiners that Arabic, Persian and some emoji need."""


def plain(text: str, *, lines: bool = False) -> str:
    """Composed (NFC), without control signs and signs that turn the rest of a page around.

    On one line, unless more are asked for.
    """
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", text))
    text = text.replace("\t", " ")
    seen = "".join(
        sign for sign in text if sign in KEPT or unicodedata.category(sign) not in UNSEEN
    )
    return seen.strip() if lines else " ".join(seen.split())
