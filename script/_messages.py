"""The words on screen: collect them per app, keep the translations beside them, compile.

    script/messages [APP ...]   collect into <app>/locale/<language>/LC_MESSAGES/django.po
    script/messages --check     fail when a Dutch text is missing or the files are not up to date
                                (the same Dutch with "u" stands beside it: see _formal.py)
    script/messages --compile   only make the .mo files

Source texts are English, so English needs no file; Dutch is what people see and must be complete.
Texts no longer in use stay at the end of the file as `#~` until `--clean`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from _places import PYTHON, ROOT
from _say import Stop, command, say


def main() -> int:
    options = _options()
    if Path(sys.prefix).resolve() != PYTHON.parent.parent.resolve():
        import _setup

        _setup.prepare(dev=True)
        return subprocess.run([PYTHON, __file__, *sys.argv[1:]], cwd=ROOT).returncode

    import _catalogs

    folders = [ROOT / path for path in options.apps] or _catalogs.places()
    if options.compile:
        _catalogs.compile_all(_catalogs.places())
        return 0
    complaints = [line for folder in folders for line in _catalogs.refresh(folder, options)]
    for line in complaints:
        say(line)
    if complaints and options.check:
        raise Stop(
            "Words are missing. Run script/messages, write the Dutch, and commit the .po files."
        )
    _catalogs.compile_all(folders)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/messages", description="The words on screen.")
    parser.add_argument("apps", nargs="*", help="for instance plein/features/noticeboard")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when incomplete")
    parser.add_argument("--clean", action="store_true", help="throw away texts no longer in use")
    parser.add_argument("--compile", action="store_true", help="only make the .mo files")
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
