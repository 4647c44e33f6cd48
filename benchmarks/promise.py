"""The answer promise, lived: a July week, a morning of forty matters, the hours of a village."""

import os
import subprocess
import sys

FILE = "plein/bridges/telephone/tests/test_busy_weeks.py"


def main() -> int:
    """`script/bench promise 5`: so many July weeks and mornings by chance, and a village year.

    Each tells what it saw as soon as it is over, and may take as long as it needs.
    """
    seeds = sys.argv[1] if len(sys.argv) > 1 else "3"
    words = [sys.executable, "-m", "pytest", "-q", "-s", "-n0", "--no-header", "--timeout=0"]
    words += ["--durations=0", "--durations-min=1", FILE]
    return subprocess.run(words, env=os.environ | {"PLEIN_SEEDS": seeds}).returncode


if __name__ == "__main__":
    sys.exit(main())
