"""The Nu checker over all pages and their pieces at once."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages.gathered import Page
from tests.journeys.bars import VNU

AROUND = b"<!doctype html><html lang=nl><title>Een stuk</title><body>%s</body></html>"
LIST = b"<ul>%s</ul>"


def errors(pages: list[Page], folder: Path) -> Iterator[tuple[Page, dict[str, str]]]:
    folder.mkdir(exist_ok=True)
    files: dict[str, Page] = {}
    for page in pages:
        bodies = [page.body("nl")] if page.is_whole else []
        bodies += [AROUND % _at_home(piece) for piece in page.pieces()]
        for number, body in enumerate(bodies):
            file = folder / f"{page.number}-{number}.html"
            file.write_bytes(body)
            files[file.name] = page
    for error in _asked([str(folder / name) for name in files]):
        page = files[error["url"].rsplit("/", 1)[1]]
        said = {"rule": error["message"], "selector": "", "html": error.get("extract", "")}
        yield page, {"look": "nu"} | said


def _at_home(piece: bytes) -> bytes:
    """A line of a list only stands in a list."""
    return LIST % piece if piece.lstrip().startswith(b"<li") else piece


def _asked(files: list[str]) -> list[dict[str, str]]:
    if not files:
        return []
    words = ["java", "-jar", str(VNU), "--format", "json", "--errors-only", *files]
    checked = subprocess.run(words, capture_output=True, text=True, check=False)
    found: list[dict[str, str]] = json.loads(checked.stderr)["messages"]
    return found
