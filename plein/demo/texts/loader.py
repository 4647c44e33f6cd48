"""Reads the texts; each file is read once in the life of a process."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from plein.demo.texts.records import (
    AboutLine,
    OrganisationText,
    Person,
    PlaceText,
    PostText,
    Talk,
    TownText,
    Turn,
)

HERE = Path(__file__).parent


@cache
def load_posts() -> tuple[PostText, ...]:
    """All asks and offers, theme by theme; the file's name is the key of the theme."""
    return tuple(
        PostText(theme=path.stem, **_frozen(row))
        for path in sorted((HERE / "posts").glob("*.toml"))
        for row in _read(path)["posts"]
    )


@cache
def load_people() -> tuple[Person, ...]:
    """Everybody's first name, with roots, age and languages."""
    return tuple(
        Person(name, group["roots"], group["age"], tuple(group["languages"]))
        for group in _read(HERE / "people.toml")["groups"]
        for name in group["names"]
    )


@cache
def load_about_lines() -> tuple[AboutLine, ...]:
    """Sentences for the profile."""
    return tuple(AboutLine(**_frozen(row)) for row in _read(HERE / "people.toml")["about"])


@cache
def load_talks() -> tuple[Talk, ...]:
    """Conversations in every stage."""
    return tuple(
        Talk(**{**row, "turns": tuple(Turn(**turn) for turn in row["turns"])})
        for row in _read(HERE / "conversations.toml")["talks"]
    )


@cache
def load_organisations() -> tuple[OrganisationText, ...]:
    """The organisations of the town."""
    rows = _read(HERE / "organisations.toml")["organisations"]
    return tuple(OrganisationText(**_frozen(row)) for row in rows)


@cache
def load_places() -> tuple[PlaceText, ...]:
    """The six wijken."""
    return tuple(PlaceText(**_frozen(row)) for row in _read(HERE / "places.toml")["wijken"])


@cache
def load_town() -> TownText:
    """Waterdrecht itself."""
    return TownText(**_read(HERE / "places.toml")["town"])


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
