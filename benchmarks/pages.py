"""Every page in every look: axe, the Nu checker, other house styles, right to left, 320 pixels."""

import os
import subprocess
import sys

# All of them take longer than a test may.
FILES = ["tests/journeys/test_bars.py", "tests/journeys/bars_of_every_address.py"]
BARS = [*FILES, "-m", "browser", "-q", "-s", "--timeout=0"]


def main() -> int:
    """The suite asks one page of each kind; with this variable it asks them all."""
    env = os.environ | {"PLEIN_EVERY_PAGE": "1"}
    return subprocess.run([sys.executable, "-m", "pytest", *BARS], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
