"""Phosphor duotone drawings, read once per process and printed inside the page."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "vendor" / "pictograms"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MIRRORED = {"arrow-left", "arrow-right", "caret-left", "caret-right", "sign-in", "sign-out"}


class UnknownPictogram(LookupError):
    """The name is not in plein/ui/assets.toml, or script/assets did not run."""


@cache
def drawing(name: str) -> str:
    """The svg of one pictogram: without a name of its own, so a screen reader skips it."""
    path = FOLDER / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        raise UnknownPictogram(f"No pictogram {name!r}; see plein/ui/assets.toml.")
    svg = path.read_text(encoding="utf-8").strip()
    style = "pictogram pictogram--mirrored" if name in MIRRORED else "pictogram"
    attributes = f'class="{style}" aria-hidden="true" focusable="false"'
    return svg.replace('xmlns="http://www.w3.org/2000/svg"', attributes, 1)


@cache
def names() -> tuple[str, ...]:
    """Every pictogram a community may choose from."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))
