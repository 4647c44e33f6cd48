"""Times of a day as people type them: "9-12 en 13.00 tot 17.00 uur"."""

import re
from itertools import pairwise

DAY = 24 * 60


class NotHours(ValueError):
    """Nobody can read times in this."""


CLOSED = re.compile(r"^(?:gesloten|dicht|closed|-|–)?$", re.IGNORECASE)
TIMES = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uur|u)?\s*(?:-|–|—|tot|to|t/m)\s*"
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uur|u)?(?=\D|$)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"^[\s,;&+/]*(?:en|and)?[\s,;]*$", re.IGNORECASE)


def read_times(text: str) -> list[tuple[int, int]]:
    """(opens, closes) pairs in minutes since midnight; none for nothing or "gesloten"."""
    text = " ".join(text.split()).rstrip(".")
    if CLOSED.match(text):
        return []
    pairs, rest = [], TIMES.sub("", text)
    if not BETWEEN.match(rest):
        raise NotHours(text)
    for found in TIMES.finditer(text):
        opens, closes = (_minutes(found[1], found[2]), _minutes(found[3], found[4]))
        pairs.append((opens, closes + DAY if closes <= opens else closes))
    if not pairs or any(a[1] > b[0] for a, b in pairwise(pairs)):
        raise NotHours(text)
    return pairs


def _minutes(hours: str, minutes: str | None) -> int:
    number = int(hours) * 60 + int(minutes or 0)
    if number > DAY or int(minutes or 0) > 59:
        raise NotHours(f"{hours}:{minutes}")
    return number
