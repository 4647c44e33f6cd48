"""Weights with their history, and what the engine knows by name."""

import tomllib
from functools import cache
from pathlib import Path
from uuid import UUID

from plein.bridges.matching.engine.shapes import DEFAULT
from plein.bridges.matching.models import Weighing

FOLDER = Path(__file__).parent.parent / "concepts"
SHOWN = 20


def history(town_id: UUID) -> list[tuple[Weighing, dict[str, float]]]:
    """Choices of weights with those before them, the newest first."""
    rows = list(
        Weighing.objects.filter(town=town_id).select_related("by").order_by("-id")[: SHOWN + 1]
    )
    before = [row.values for row in rows[1:]] + [DEFAULT.as_dict()]
    return list(zip(rows, before, strict=False))[:SHOWN]


def values_now(rows: list[tuple[Weighing, dict[str, float]]]) -> dict[str, float]:
    usual = DEFAULT.as_dict()
    return usual | {k: v for k, v in rows[0][0].values.items() if k in usual} if rows else usual


@cache
def concepts() -> list[tuple[str, str, str]]:
    """(key, Dutch name, theme) of everything the engine knows; plain files, so a page may ask."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        kept = tomllib.loads(path.read_text("utf-8"))
        found += [(each["key"], each["name"], kept["theme"]) for each in kept["concept"]]
    return found


def choices(found: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return sorted(((key, name) for key, name, _theme in found), key=lambda pair: pair[1])
