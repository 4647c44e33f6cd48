"""What is there is explained: apps, settings, signals, and the map of the house."""

import re

import pytest
from django.core.management import call_command
from django.dispatch import Signal

from tests.architecture.house import PLEIN, ROOT, our_apps, room

VARIABLE = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z][A-Z0-9_]+)["']""")
ROWS = re.compile(r"^\| `([A-Z][A-Z0-9_]+)`", re.MULTILINE)
SETTINGS = ROOT / "docs" / "settings.md"


def variables() -> list[str]:
    return sorted(set(VARIABLE.findall((PLEIN / "config" / "settings.py").read_text())))


def readme(config) -> str:
    path = PLEIN.parent / config.name.replace(".", "/") / "README.md"
    return path.read_text() if path.exists() else ""


@pytest.mark.parametrize("config", our_apps(), ids=lambda config: config.name)
def test_an_app_says_what_it_is_for(config):
    assert len(readme(config).split()) > 15, "it needs a README.md of a few lines"


@pytest.mark.parametrize("name", variables())
def test_a_setting_is_explained(name):
    assert name in ROWS.findall(SETTINGS.read_text())


def test_no_setting_is_explained_that_does_not_exist():
    outside = {"PLEIN_CHROMIUM", "CI"}  # read by script/test

    assert set(ROWS.findall(SETTINGS.read_text())) <= set(variables()) | outside


@pytest.mark.parametrize("config", our_apps(), ids=lambda config: config.name)
def test_a_signal_is_explained_by_its_app(config):
    signals = room(config.name, "signals")
    names = [
        name
        for name, value in (vars(signals) if signals else {}).items()
        if isinstance(value, Signal)
    ]

    assert not [name for name in names if name not in readme(config)]


def test_the_map_shows_the_house_as_it_is():
    call_command("draw_map", "--check")
