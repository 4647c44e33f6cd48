"""The hand-written pages, stories, notes and questions, as typed records."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "texts" / "pages"


@dataclass(frozen=True)
class PageText:
    """A page, piece of news, story or interview. `days` ago; below zero: planned; None: a draft."""

    kind: str
    title: str
    lead: str
    body: str
    wijk: str
    theme: str
    days: float | None = 200
    under: str = ""
    quote: str = ""
    quoted: str = ""


@dataclass(frozen=True)
class NoteText:
    text: str
    wijk: str
    days: float
    scene: str = ""
    waits: bool = False


@dataclass(frozen=True)
class QuestionText:
    """`helped` is the number of the answer that helped, from one; 0: none yet."""

    title: str
    theme: str
    wijk: str
    days: float
    answers: tuple[str, ...]
    text: str = ""
    helped: int = 0


@cache
def load_pages() -> tuple[PageText, ...]:
    return (
        *(_page("page", row) for row in _read("pages")["pages"]),
        *(_page("news", row) for row in _read("news")["pages"]),
        *(_page("story", row) for row in _read("stories")["pages"]),
    )


@cache
def load_notes() -> tuple[NoteText, ...]:
    return tuple(NoteText(**row) for row in _read("notes")["notes"])


@cache
def load_questions() -> tuple[QuestionText, ...]:
    return tuple(
        QuestionText(**{**row, "answers": tuple(row["answers"])})
        for row in _read("questions")["questions"]
    )


def _page(kind: str, row: dict[str, Any]) -> PageText:
    days = row.get("days", 200)
    given = {"kind": kind} | row | {"days": None if days == "draft" else days}
    return PageText(**given | {"body": row["body"].strip()})


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
