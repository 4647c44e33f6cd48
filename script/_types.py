"""mypy; when its cache of an earlier state makes it fall over, once more without."""

import shutil
import subprocess
import sys

from _places import BIN, CACHE, ROOT


def main() -> int:
    words = [str(BIN / "mypy"), "--no-error-summary", *sys.argv[1:]]
    result = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if "INTERNAL ERROR" in result.stdout + result.stderr:
        shutil.rmtree(CACHE / "mypy", ignore_errors=True)
        result = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stdout.write(result.stdout + result.stderr)
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
