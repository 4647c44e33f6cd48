"""The pages that were gathered, one file each."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path

Came = dict[str, list[str]]
"""What came, by address: its kind, and itself in letters. The page stands under an empty one."""


@dataclass(frozen=True)
class Page:
    number: str
    name: str
    world: str
    who: str
    url: str
    template: str
    came: dict[str, Came]
    """By language."""

    @property
    def is_whole(self) -> bool:
        return b"<html" in self.body("nl")

    def body(self, language: str, url: str = "") -> bytes:
        return base64.b64decode(self.came[language][url][1])

    def pieces(self) -> list[bytes]:
        """Parts of pages: the page itself when it is one, and what htmx puts in it."""
        own = [] if self.is_whole else [self.body("nl")]
        came = self.came["nl"].items()
        return own + [base64.b64decode(b) for url, (kind, b) in came if url and "html" in kind]

    def is_about(self, text: str) -> bool:
        return text in f"{self.name} {self.template} {self.url} {self.who} {self.world}"


def read(file: Path) -> Page:
    return Page(**json.loads(file.read_text(encoding="utf-8")))


def files_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*-*.json") if file.stem[-4:].isdigit())
