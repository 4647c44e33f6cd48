"""Kinds of organisations, by what people read of them; the places of the town fill them in."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plein.demo.texts import load_places

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """What organisations of one kind have in common."""

    names: tuple[str, ...]
    sector: str
    lines: tuple[str, ...]
    about: str
    services: tuple[str, ...]
    themes: tuple[str, ...]
    hours: tuple[str, ...]
    functions: tuple[str, ...]
    every: int = 1
    informal: bool = False
    groups: tuple[str, ...] = ()
    opening_words: str = ""
    open_on_holidays: bool = False
    cost: str = ""
    cost_words: str = ""
    referral: str = ""
    referral_words: str = ""
    waiting: str = ""
    access: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    vital: str = ""
    desk_note: str = ""
    secret_address: bool = False


@dataclass(frozen=True)
class Named:
    """One organisation: its name, its kind, and its wijk when the name says so."""

    name: str
    kind: Kind
    wijk: str = ""


@cache
def load_kinds() -> tuple[Kind, ...]:
    """All kinds, file by file."""
    return tuple(
        Kind(**_frozen(row))
        for path in sorted(HERE.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["kinds"]
    )


@cache
def load_named() -> tuple[Named, ...]:
    """Every organisation of the town that is not in organisations.toml."""
    return tuple(named for kind in load_kinds() for name in kind.names for named in _of(kind, name))


def _of(kind: Kind, name: str) -> list[Named]:
    places = load_places()
    if "{wijk}" in name:
        return [Named(name.replace("{wijk}", place.name), kind, place.key) for place in places]
    if "{straat}" in name:
        streets = [(street, place.key) for place in places for street in place.streets]
        return [
            Named(name.replace("{straat}", street), kind, wijk)
            for street, wijk in streets[:: kind.every]
        ]
    wijk = next((place.key for place in places if place.name in name), "")
    return [Named(name, kind, wijk)]


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
