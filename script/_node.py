"""Front-end packages: npm fetches them, script/assets copies the few files the site serves.

A machine without npm gets Node from a Python wheel, into .venv.
"""

import shutil

import _setup
from _places import COPIED, PYTHON
from _say import step


def fetch_assets(*, dev: bool) -> None:
    if not (shutil.which("npm") and shutil.which("node")):
        _setup.install("node")
    words = [str(PYTHON), "script/assets", *(["--dev"] if dev else [])]
    if COPIED.exists():
        _setup.run(words)
        return
    with step("Fetching fonts and pictograms"):
        _setup.run(words)
