"""The answer promise, lived: a July week, a morning of forty matters, the hours of a village."""

import os
import subprocess
import sys

FILES = [
    "plein/bridges/telephone/tests/test_busy_weeks.py",
    "plein/features/noticeboard/tests/test_ten_years.py",
]


def main() -> int:
    """`script/bench promise 5`: so many July weeks and mornings, a village year, ten years of asks.

    Each tells what it saw as soon as it is over, and may take as long as it needs.
    """
    seeds = sys.argv[1] if len(sys.argv) > 1 else "3"
    words = [sys.executable, "-m", "pytest", "-q", "-s", "-n0", "--no-header", "--timeout=0"]
    words += ["--durations=0", "--durations-min=1", *FILES]
    env = os.environ | {"PLEIN_SEEDS": seeds, "PLEIN_YEARS": "10"}
    return subprocess.run(words, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
