"""How the list of who comes stands on A4: empty lines until the page is full, and not one more.

Values in, values out; millimetres. The sizes are those of `attendance.css` under `print`.
"""

from collections.abc import Iterable, Sequence
from math import ceil

PAGE = 297 - 2 * 14
HEAD = 43
"""The title, the activity, when, and how many come; each a line."""
TITLE_LINE = 7
TITLE_SIGNS = 60
HEADER = 9.5
ROW = 9.2
LINE = 5.2
SIGNS = 30
"""In a column of names or answers, before the next line begins."""
WAITING_HEAD, WAITING_LINE = 22, 7.5


def head_of(title: str) -> float:
    return HEAD + TITLE_LINE * (ceil(len(title) / TITLE_SIGNS) - 1)


def row_of(name: str, answers: Iterable[str]) -> float:
    """A row of one line is as high as an empty one; long words make it higher."""
    lines = max(_lines(name), sum(_lines(answer) for answer in answers))
    return max(ROW, lines * LINE + 3)


def waiting_of(people: int) -> float:
    return WAITING_HEAD + people * WAITING_LINE if people else 0


def empty_lines(rows: Sequence[float], *, head: float, behind: float = 0) -> int:
    """As many as fit on the page on which the list ends, with what stands behind it."""
    left = PAGE - head - HEADER
    for row in rows:
        if row > left:
            left = PAGE - HEADER
        left -= row
    return max(int((left - behind) / ROW), 0)


def _lines(words: str) -> int:
    return ceil(len(words) / SIGNS)
