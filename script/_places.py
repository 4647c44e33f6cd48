"""Where things are in this working tree."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
CACHE = ROOT / ".cache"
REQUIREMENTS = ROOT / "requirements"
COPIED = ROOT / "plein" / "ui" / "static" / "vendor"


def fingerprint(*files: Path) -> str:
    """One short text that changes when any of these files does."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes() if file.exists() else b"-")
    return digest.hexdigest()[:20]
