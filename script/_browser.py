"""What browser tests need beside Python: Chromium, and Java for the Nu checker."""

import os
import shutil
import subprocess
from pathlib import Path

import _setup
from _say import Stop

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def make_sure_of_chromium() -> str:
    """The path of a Chromium on this machine, installed when that is possible."""
    if found := _chromium():
        return found
    _setup.apt_install("chromium")
    if found := _chromium():
        return found
    raise Stop(
        "The browser tests need Chromium. Install it (on Debian: apt-get install chromium) "
        "or name it in PLEIN_CHROMIUM, and try again."
    )


def make_sure_of_java() -> None:
    if _java_works():
        return
    _setup.apt_install("default-jre-headless")
    if not _java_works():
        raise Stop(
            "The Nu checker of HTML needs Java. Install it "
            "(on Debian: apt-get install default-jre-headless) and try again."
        )


def _chromium() -> str | None:
    given = os.environ.get("PLEIN_CHROMIUM", "")
    if given and Path(given).exists():
        return given
    return next(filter(None, map(shutil.which, NAMES)), None)


def _java_works() -> bool:
    java = shutil.which("java")
    return (
        bool(java) and subprocess.run([str(java), "-version"], capture_output=True).returncode == 0
    )
