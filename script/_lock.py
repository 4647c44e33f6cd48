"""Make requirements/*.txt anew: exact versions with their hashes, for every Python from 3.11.

The result names no registry and no machine, so it is the same wherever it is made.
Give `--upgrade` to take the newest versions; without it what is there stays.
"""

import sys
import tempfile
from pathlib import Path

import _setup
from _places import REQUIREMENTS, ROOT
from _say import Stop, command, say, step

OPTIONS = [
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-config", "--no-header",
    "--no-emit-index-url", "--no-emit-find-links", "--quiet",
]  # fmt: skip
FORBIDDEN = ("://", "file:", "--index", "--extra-index", "--find-links", "/opt/")


def main() -> None:
    uv = _setup.find_uv()
    if not uv:
        raise Stop("Making the lists needs uv: run script/check once, it brings uv along.")
    with tempfile.TemporaryDirectory() as home:
        for name in ("base", "semantic", "dev", "node"):
            with step(f"requirements/{name}.txt"):
                _compile(uv, name, home)


def _compile(uv: str, name: str, home: str) -> None:
    target = REQUIREMENTS / f"{name}.txt"
    words = [uv, "pip", "compile", *OPTIONS, *sys.argv[1:]]
    words += [f"requirements/{name}.in", "--output-file", str(target.relative_to(ROOT))]
    clean = {key: value for key, value in _setup.environment().items() if not _leaks(key)}
    _setup.run(words, env={**clean, "HOME": home, "XDG_CONFIG_HOME": home})
    _refuse_addresses(target)


def _leaks(variable: str) -> bool:
    return variable.startswith(("PIP_", "UV_INDEX", "UV_FIND", "UV_EXTRA", "UV_DEFAULT"))


def _refuse_addresses(file: Path) -> None:
    for line in file.read_text().splitlines():
        if any(sign in line for sign in FORBIDDEN):
            raise Stop(f"{file.name} would name an address or a machine: {line.strip()}")
    say(f"  {file.name}: {file.read_text().count('==')} packages")


if __name__ == "__main__":
    command(main)
