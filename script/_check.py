"""The quick loop: style, imports, types, and the tests of the apps that changed since main.

script/check              what changed here and is not in the last commit, or in it
script/check plein/lib    the tests of this folder
"""

import subprocess
import sys
from pathlib import Path

import _gates
import _setup
from _places import ROOT
from _say import command, say
from _stages import Stage, Tally, pytest, side_by_side, table

LEVELS = {"ui": 2, "lib": 2, "operations": 2, "demo": 2, "config": 2, "testing": 2}


def main() -> int:
    _setup.prepare(dev=True)
    tally, env = Tally(), _setup.environment()
    folders = sys.argv[1:] or changed_folders()
    say(f"Tests of: {', '.join(folders) or 'nothing, for nothing changed'}")
    stages = [
        Stage("Style and imports", 0.5, lambda: side_by_side(_gates.style(), env)),
        Stage("Types", 1, lambda: side_by_side(_gates.types(), env)),
    ]
    if folders:
        quick = ["-q", "-x", "-m", "not browser and not slow", *folders]
        stages.append(Stage("Tests", 1, lambda: pytest(quick, tally)))
    for stage in stages:
        stage.run()
    say(f"\n{table(stages)}\n")
    return 0 if all(stage.good for stage in stages) else 1


def changed_folders() -> list[str]:
    """Apps with changes: not committed yet, or in the last commit when all is committed."""
    files = _git("status", "--porcelain", "--no-renames", "-uall")
    paths = [line[3:] for line in files] or _git("diff", "--name-only", "HEAD~1")
    apps = {app_of(Path(path)) for path in paths if path.startswith("plein/")}
    return sorted(str(app) for app in apps if _has_tests(ROOT / app))


def app_of(path: Path) -> Path:
    return Path(*path.parts[: LEVELS.get(path.parts[1], 3)])


def _has_tests(folder: Path) -> bool:
    return folder.is_dir() and any(folder.rglob("test_*.py"))


def _git(*words: str) -> list[str]:
    result = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return result.stdout.splitlines() if result.returncode == 0 else []


if __name__ == "__main__":
    command(main)
