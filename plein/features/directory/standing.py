"""Which row of a page somebody meant: the one that stood there, not only its number.

Values in, values out. Numbers move when another row goes, and two people may write at once.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import TypeVar

from plein.features.directory.sheet import Help, Spot

Row = TypeVar("Row", Spot, Help)
NEW = "new"
LOOKED_UP = frozenset({"lat", "lon"})
"""What we find on the map ourselves; it may change while somebody types."""


def mark(row: Spot | Help) -> str:
    """What a form remembers of the row it shows."""
    said = {name: value for name, value in asdict(row).items() if name not in LOOKED_UP}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:20]


def once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each row one time: an impatient thumb adds the same one twice."""
    return tuple({mark(row): row for row in rows}.values())


def number_of(rows: Sequence[Spot | Help], number: int, stood: str) -> int | None:
    """Where that row stands now; behind the last for a new one. None: it is not there any more,
    or says something else. Without a mark its number is all we know."""
    if stood == NEW:
        return len(rows)
    marks = [mark(row) for row in rows]
    if not stood or marks[number : number + 1] == [stood]:
        return number if number <= len(rows) else None
    return marks.index(stood) if stood in marks else None
