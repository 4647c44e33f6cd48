"""The texts of the agenda and the showcase, theme by theme, and the short way to write when.

w di,vr 10-12*      every Tuesday and Friday, not in the Christmas holidays and the summer
w2 zo 14-16:30      every two weeks      m2 do 19:30-21:30   the second Thursday of the month
e za 13-16          once, on a Saturday  c8 wo 10-12         a course of eight Wednesdays
k5 ma               five whole days      -                   always, without a date
"""

import csv
import re
from dataclasses import dataclass
from datetime import time
from functools import cache

from plein.demo.texts.loader import HERE

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PATTERN = re.compile(r"(w2?|m\d|e|c\d+|k\d+) ([a-z,]+)(?: ([\d:]+)-([\d:]+))?(\*?)")
RESIDENT, HOME = "ik", "thuis"


@dataclass(frozen=True)
class When:
    """How often, on which days, from when until when."""

    kind: str
    days: tuple[int, ...] = ()
    starts_at: time | None = None
    ends_at: time | None = None
    rests: bool = False

    @property
    def count(self) -> int:
        """Lessons of a course, days of a camp, or which week of the month."""
        return int(self.kind[1:] or 1)

    @property
    def rrule(self) -> str:
        codes = ",".join(CODES[day] for day in self.days)
        match self.kind[0]:
            case "w":
                return f"FREQ=WEEKLY;{'INTERVAL=2;' if self.kind == 'w2' else ''}BYDAY={codes}"
            case "m":
                return f"FREQ=MONTHLY;BYDAY={self.count}{codes}"
            case "c":
                return f"FREQ=WEEKLY;COUNT={self.count};BYDAY={codes}"
        return ""


@dataclass(frozen=True)
class ActivityText:
    theme: str
    title: str
    text: str
    by: str
    when: When | None
    cost: str
    seats: int | None
    group: str


@dataclass(frozen=True)
class MeetingPlace:
    organisation: str
    place: str
    street: str


@cache
def load_activities() -> tuple[ActivityText, ...]:
    """All activities; the file's name is the key of the theme."""
    return tuple(
        ActivityText(
            theme=path.stem,
            title=row["title"],
            text=row["text"],
            by=row["by"],
            when=when_of(row["when"]),
            cost=row["cost"],
            seats=int(row["seats"]) if row["seats"] else None,
            group=row["groups"] or "",
        )
        for path in sorted((HERE / "activities").glob("*.csv"))
        if path.stem != "places"
        for row in _rows(path.name)
    )


@cache
def load_meeting_places() -> dict[str, MeetingPlace]:
    return {
        row["key"]: MeetingPlace(row["organisation"], row["place"], row["street"])
        for row in _rows("places.csv")
    }


def when_of(words: str) -> When | None:
    """None without a fixed date."""
    if words == "-":
        return None
    found = PATTERN.fullmatch(words)
    if found is None:
        raise ValueError(words)
    kind, days, starts, ends, rests = found.groups()
    return When(
        kind,
        tuple(DAYS.index(day) for day in days.split(",")),
        _hour(starts) if starts else None,
        _hour(ends) if ends else None,
        bool(rests),
    )


def _hour(words: str) -> time:
    hour, _is, minute = words.partition(":")
    return time(int(hour) % 24, int(minute or 0))


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / "activities" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
