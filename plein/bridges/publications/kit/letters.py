"""Which signs can be printed. PDF/UA refuses a paper with one that no font has: an emoji is enough.

The fonts tell it themselves in their `cmap` table (OpenType 1.9, formats 4 and 12).
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[3] / "ui" / "static" / "vendor" / "paper"
INSIDE_TYPST = frozenset((*range(0x400, 0x460), 0x490, 0x491, *range(0x3B1, 0x3CA)))
"""Cyrillic and Greek of Libertinus Serif, which stands behind ours."""
JOINERS = "\u200c\u200d\u00ad"
"""Between Arabic letters, and where a long word may break."""
KEPT = "\n\N{WORD JOINER}"
"""No font draws these, and typst obeys them."""
UNKNOWN = "?"
DROPPED = ("S", "C", "M")
"""Emoji and other symbols, controls, loose marks: without them the words stay the same."""


@cache
def printable() -> frozenset[int]:
    found = set(INSIDE_TYPST)
    for font in FONTS.glob("*/*.ttf"):
        found.update(signs_of(font.read_bytes()))
    return frozenset(found) - {0xFFFD}


def as_printed(words: str) -> str:
    """The same words, without what cannot be printed; a letter that cannot becomes "?"."""
    known = printable()
    kept = []
    for sign in unicodedata.normalize("NFC", words):
        control = unicodedata.category(sign).startswith("C") and sign not in JOINERS
        if sign in KEPT or (ord(sign) in known and not control):
            kept.append(sign)
        elif sign.isspace():
            kept.append(" ")
        elif not unicodedata.category(sign).startswith(DROPPED):
            kept.append(UNKNOWN)
    return "".join(kept).strip()


def cleaned(data: Any) -> Any:
    """All words in nested lists and dicts."""
    if isinstance(data, str):
        return as_printed(data)
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [cleaned(each) for each in data]
    return data


def signs_of(font: bytes) -> Iterator[int]:
    """Every code point that a TrueType font draws."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _sum, start, _length = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _of_cmap(font, start)


def _of_cmap(font: bytes, start: int) -> Iterator[int]:
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for number in range(subtables):
        _platform, _encoding, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            yield from _of_segments(font, start + offset)
        elif form == 12:
            (groups,) = struct.unpack_from(">L", font, start + offset + 12)
            for group in range(groups):
                first, last = struct.unpack_from(">LL", font, start + offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _of_segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: a span of code points; within it some may have no drawing."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    shifts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", font, ranges_at)
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if not ranges[number]:
                drawing = (code + shifts[number]) & 0xFFFF
            else:
                where = ranges_at + 2 * number + ranges[number] + 2 * (code - first)
                (drawing,) = struct.unpack_from(">H", font, where)
            if drawing:
                yield code
