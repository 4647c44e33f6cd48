"""The answer promise, lived: a July week, a morning of forty matters, the hours of a village."""

import os
import subprocess
import sys

FILES = [
    "plein/bridges/telephone/tests/test_busy_weeks.py",
    "plein/features/noticeboard/tests/test_ten_years.py",
]


def main() -> int:
    """`script/bench promise 5`: so many July weeks and mornings, a year, ten years of asks."""
    seeds = sys.argv[1] if len(sys.argv) > 1 else "5"
    words = [sys.executable, "-m", "pytest", "-q", "-rP", "-n0", "--no-header", *FILES]
    return subprocess.run(
        words, env=os.environ | {"PLEIN_SEEDS": seeds, "PLEIN_YEARS": "10"}
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
