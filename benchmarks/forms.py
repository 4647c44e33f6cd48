"""Odd input at length: how many rounds of it every form of the site takes without falling over."""

import os
import subprocess
import sys

FILES = [
    "tests/architecture/test_every_form.py",
    "plein/features/noticeboard/tests/test_nasty.py",
]


def main() -> int:
    """`script/bench forms 100`: so many rounds (50 when nothing is said) through every form."""
    rounds = sys.argv[1] if len(sys.argv) > 1 else "50"
    words = [sys.executable, "-m", "pytest", "-q", *FILES]
    return subprocess.run(words, env=os.environ | {"PLEIN_ODD_ROUNDS": rounds}).returncode


if __name__ == "__main__":
    sys.exit(main())
