"""Odd input at length: how many rounds of it every form of the site takes, and what it answers.

Every form is found by opening every address. A form that says no must say so in a sentence, and
what was typed must stand there again; a search keeps its words; nothing falls over, nothing runs.
"""

import os
import subprocess
import sys

FILES = [
    "tests/architecture/test_every_form.py",
    "plein/features/noticeboard/tests/test_nasty.py",
]


def main() -> int:
    """`script/bench forms 10 2000`: so many rounds through every page with a form (10 when nothing
    is said), and so many times each kind of form reads odd input without a page around it (2,000).
    """
    rounds = sys.argv[1] if len(sys.argv) > 1 else "10"
    strings = sys.argv[2] if len(sys.argv) > 2 else "2000"
    words = [sys.executable, "-m", "pytest", "-q", "-s", "--timeout", "0", *FILES]
    said = {"PLEIN_ODD_ROUNDS": rounds, "PLEIN_ODD_STRINGS": strings}
    return subprocess.run(words, env=os.environ | said).returncode


if __name__ == "__main__":
    sys.exit(main())
