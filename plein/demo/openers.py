"""Short first words and answers that fit any post of their kind."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Opener:
    """What somebody writes first, and what comes back."""

    kind: str
    text: str
    answer: str


@cache
def load_openers() -> tuple[Opener, ...]:
    page = tomllib.loads(Path(__file__).with_name("openers.toml").read_text(encoding="utf-8"))
    return tuple(Opener(**row) for row in page["openers"])
