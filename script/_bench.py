"""Measure one thing: script/bench NAME. Without a name it tells what there is to measure."""

import subprocess
import sys

import _setup
from _places import PYTHON, ROOT
from _say import Stop, command, say


def main() -> int:
    there = {file.stem: file for file in sorted((ROOT / "benchmarks").glob("[a-z]*.py"))}
    there |= {file.parent.name: file for file in (ROOT / "benchmarks").glob("*/__main__.py")}
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        for name, file in there.items():
            first_line = file.read_text().strip().splitlines()[0].strip('" ')
            say(f"  {name:<16} {first_line}")
        return 0
    if sys.argv[1] not in there:
        raise Stop(f"There is no benchmark {sys.argv[1]!r}. There are: {', '.join(there)}.")
    _setup.prepare(dev=True)
    words = [str(PYTHON), "-m", f"benchmarks.{sys.argv[1]}", *sys.argv[2:]]
    return subprocess.run(words, cwd=ROOT, env=_setup.environment()).returncode


if __name__ == "__main__":
    command(main)
