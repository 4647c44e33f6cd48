"""What every app says that waits, from its `matters.py`; and the changes after which to look."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from plein.lib.matter import MatterSource


@cache
def sources() -> list[MatterSource]:
    """In the order of the floors."""
    found: list[MatterSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.matters"
        if config.name.startswith("plein.") and find_spec(name):
            found.extend(import_module(name).MATTERS)
    return found


@cache
def by_kind() -> dict[str, MatterSource]:
    return {source.kind: source for source in sources()}


@cache
def kinds_after() -> dict[str, list[str]]:
    """{change: kinds to compute again}."""
    found: dict[str, list[str]] = {}
    for source in sources():
        for change in source.changes:
            found.setdefault(change, []).append(source.kind)
    return found


def task_of(kind: str) -> str:
    """Name of the task that computes one kind again."""
    return f"dayboard.refresh.{kind}"


def listener_of(change: str) -> str:
    """Name under which the worker hands us a change (see jobs.registry.listens)."""
    return f"{change}>dayboard.{function_for(change)}"


def function_for(change: str) -> str:
    return f"look_after_{change.replace('.', '_')}"
