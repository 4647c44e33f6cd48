"""What the tests in this folder look at: our files, models, addresses and rooms."""

import subprocess
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).resolve().parents[2]
PLEIN = ROOT / "plein"


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("plein.")]


def our_fields() -> Iterator[tuple[type[Model], Field]]:
    for model in our_models():
        for field in model._meta.local_fields:
            yield model, field


def our_apps() -> list:
    return [config for config in apps.get_app_configs() if config.name.startswith("plein.")]


def room(app: str, name: str) -> ModuleType | None:
    """A module of an app, when it has one: room("plein.ui", "access")."""
    try:
        return import_module(f"{app}.{name}") if find_spec(f"{app}.{name}") else None
    except ModuleNotFoundError:
        return None


def app_of(module: str) -> str:
    """The app a module belongs to, by its full name: plein.features.noticeboard."""
    return max((c.name for c in our_apps() if f"{module}.".startswith(f"{c.name}.")), key=len)


def python_files(*, tests: bool = False) -> list[Path]:
    files = sorted(PLEIN.rglob("*.py"))
    return [path for path in files if tests or not {"tests", "testing"} & set(path.parts)]


def templates() -> list[Path]:
    return sorted(path for path in PLEIN.rglob("templates/**/*") if path.is_file())


def kept_files() -> list[Path]:
    """Everything that git keeps, or would keep."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
