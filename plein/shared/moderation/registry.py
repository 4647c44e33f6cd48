"""What can be reported: every app says so in its `reportables.py`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from plein.lib.reportable import Reportable


@cache
def reportables() -> dict[str, Reportable]:
    found: dict[str, Reportable] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.reportables"
        if config.name.startswith("plein.") and find_spec(name):
            found |= import_module(name).REPORTABLES
    return found


def may_open(kind: str) -> bool:
    """Whether staff may open what was reported: what is private stays closed (H12)."""
    known = reportables().get(kind)
    return bool(known and known.url and known.staff_may_open)


def kind_name(kind: str) -> str:
    """How staff reads it; also for what no app knows any more."""
    known = reportables().get(kind)
    return str(known.name) if known else kind
