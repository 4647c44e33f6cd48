"""Stages of a test run: each is timed, shows what went wrong, and the table tells it all."""

import re
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import _setup
from _places import PYTHON, ROOT
from _say import say

COUNTED = re.compile(r"(\d+) (passed|failed|error|errors|skipped)\b")
NO_TESTS = 5


@dataclass
class Stage:
    """One part of the run, with the minutes it may take."""

    name: str
    minutes: float
    work: Callable[[], bool]
    seconds: float = 0
    good: bool = False

    def run(self) -> None:
        say(f"\n== {self.name} ==")
        start = time.monotonic()
        self.good = self.work()
        self.seconds = time.monotonic() - start


@dataclass
class Tally:
    """What pytest said at the end of each of its runs."""

    lines: list[str] = field(default_factory=list)

    def count(self, *names: str) -> int:
        pairs = [pair for line in self.lines for pair in COUNTED.findall(line)]
        return sum(int(number) for number, name in pairs if name in names)


def table(stages: list[Stage]) -> str:
    lines = [f"{'stage':<36} {'result':<8} {'time':>8}  {'budget':>7}"]
    for stage in stages:
        result = "good" if stage.good else "WRONG"
        over = "  over budget" if stage.seconds > stage.minutes * 60 else ""
        lines.append(
            f"{stage.name:<36} {result:<8} {_clock(stage.seconds):>8}"
            f"  {_clock(stage.minutes * 60):>7}{over}"
        )
    return "\n".join(lines)


def side_by_side(gates: list[list[str]], env: dict[str, str], at_once: int = 2) -> bool:
    """Run commands two at a time; a good one takes a line, a wrong one says all it has."""
    with ThreadPoolExecutor(at_once) as several:
        return all(list(several.map(lambda words: gate(words, env), gates)))


def gate(words: list[str], env: dict[str, str]) -> bool:
    start = time.monotonic()
    result = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    good = result.returncode == 0
    name = " ".join(word.rsplit("/", 1)[-1] for word in words[:4])
    say(f"  {'good ' if good else 'WRONG'} {name:<48} {time.monotonic() - start:6.1f} s")
    if not good:
        say((result.stdout + result.stderr)[-8000:])
    return good


def pytest(arguments: list[str], tally: Tally, env: dict[str, str] | None = None) -> bool:
    """Run pytest and pass on what it prints. No test at all is a failure too."""
    words = [str(PYTHON), "-m", "pytest", "--color=no", *arguments]
    last = ""
    with subprocess.Popen(
        words, cwd=ROOT, env=env or _setup.environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        assert running.stdout
        for line in running.stdout:
            say(line.rstrip("\n"))
            last = line.strip() if re.search(r" in [\d.]+s", line) else last
    tally.lines.append(last or "no summary")
    if running.returncode == NO_TESTS:
        say("No test was found here, and that is wrong too.")
    return running.returncode == 0


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"
