"""The house as it stands: floors from top to bottom, and the apps on each."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.apps import AppConfig, apps

FLOORS = {
    "config": "the settings and the addresses",
    "demo": "fills an empty database with a believable town",
    "operations": "keeping the site running",
    "api": "open interface for other systems",
    "bridges": "what brings features together",
    "features": "what neighbours come for",
    "shared": "what every feature needs",
    "foundation": "who, where, what about",
    "ui": "the look",
    "lib": "small things without tables",
}
ALONE = ("config", "demo", "operations", "api", "ui", "lib")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class App:
    """One folder of the house."""

    module: str
    folder: Path
    config: AppConfig | None

    @property
    def name(self) -> str:
        return self.module.rsplit(".", 1)[-1]

    @property
    def floor(self) -> str:
        return self.module.split(".")[1]

    @property
    def about(self) -> str:
        """The first sentence of its README, below the title."""
        readme = self.folder / "README.md"
        if not readme.exists():
            return ""
        _title, _, text = readme.read_text(encoding="utf-8").partition("\n")
        first_paragraph = " ".join(text.strip().split("\n\n")[0].split())
        return re.split(r"(?<=[.!?:])\s", first_paragraph)[0].rstrip(":")


def all_apps() -> list[App]:
    """Every app of ours, from the top floor to the bottom, by name within a floor."""
    configs = {config.name: config for config in apps.get_app_configs()}
    found = []
    for floor in FLOORS:
        folder = ROOT / "plein" / floor
        folders = [folder] if floor in ALONE else sorted(path.parent for path in _apps_in(folder))
        for path in folders:
            if path.is_dir():
                module = ".".join(path.relative_to(ROOT).parts)
                found.append(App(module, path, configs.get(module)))
    return found


def _apps_in(folder: Path) -> list[Path]:
    return list(folder.glob("*/apps.py"))
