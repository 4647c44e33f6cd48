"""Going through a text with every list of patterns, and with the clues of each sentence."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.functional import Promise

from plein.lib.writing.clues import told
from plein.lib.writing.hints import HINTS
from plein.lib.writing.patterns import expression
from plein.lib.writing.voices import Voice

FOLDER = Path(__file__).with_name("private")
SENTENCE = re.compile(r"[^.!?\n]*(?:[.](?=\d)[^.!?\n]*)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """A part of a text, and what the writer may want to know about it."""

    kind: str
    start: int
    end: int
    hint: str | Promise


@dataclass(frozen=True, slots=True)
class Search:
    """One list: what tells, what takes that back, and what must stand in the same sentence."""

    kind: str
    tells: re.Pattern[str]
    innocent: re.Pattern[str] | None
    together: re.Pattern[str] | None

    def in_text(self, text: str) -> Iterator[Finding]:
        if not self.tells.search(text):
            return
        plain = self.innocent.sub(_blank, text) if self.innocent else text
        for sentence in SENTENCE.finditer(plain) if self.together else (None,):
            start, end = sentence.span() if sentence else (0, len(plain))
            if self.together and not self.together.search(plain, start, end):
                continue
            for hit in self.tells.finditer(plain, start, end):
                yield Finding(self.kind, *hit.span(), HINTS[self.kind])


def check(text: str, voice: Voice = Voice.RESIDENT) -> list[Finding]:
    """What patterns and clues have to say to who speaks in this text, in the order of the text."""
    return [finding for finding in _everything(text) if finding.kind in voice.value]


def _everything(text: str) -> list[Finding]:
    text = lowered(text)
    found = [finding for search in searches() for finding in search.in_text(text)]
    for kind, start, end in told(text):
        if not any(one.kind == kind and one.start < end and start < one.end for one in found):
            found.append(Finding(kind, start, end, HINTS[kind]))
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.kind))


@cache
def searches() -> tuple[Search, ...]:
    """The lists of this folder, read once."""
    made = []
    for path in sorted(FOLDER.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        made += [_search(entry, page.get("lists", {})) for entry in page["searches"]]
    return tuple(made)


def _search(entry: dict[str, Any], lists: dict[str, list[str]]) -> Search:
    tells = [f"(?:{shape})" for shape in entry.get("shapes", ())]
    if phrases := entry.get("phrases"):
        tells.append(expression(phrases, lists))
    innocent, together = entry.get("innocent"), entry.get("together")
    return Search(
        entry["kind"],
        re.compile("|".join(tells)),
        re.compile(expression(innocent, lists)) if innocent else None,
        re.compile(expression(together, lists)) if together else None,
    )


def _blank(hit: re.Match[str]) -> str:
    """Innocent words are taken out, and every place in the text stays where it was."""
    return "_" * len(hit.group())


def lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
