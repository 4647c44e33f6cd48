"""Web, worker and clock as one: they start together and they end together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from _places import BIN, PYTHON, ROOT
from _say import Stop

PATIENCE = 60
"""Seconds that the web may take to answer for the first time."""
GOODBYE = 10
"""Seconds that a process may take to finish what it is doing."""


@dataclass
class Part:
    """One running program, and the file in which it writes what it does."""

    name: str
    words: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self, env: dict[str, str]) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                self.words,
                cwd=ROOT,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )

    @property
    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def tail(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-25:])


@dataclass
class Together:
    """The parts, from start to end."""

    parts: list[Part]
    env: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        for sign in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, _as_ctrl_c)
        for part in self.parts:
            part.start(self.env)

    def wait_until_healthy(self, url: str) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._stop_when_one_ended()
            if _answers(url):
                return
            time.sleep(0.2)
        raise Stop(f"The site did not answer at {url}.\n{self.parts[0].tail()}")

    def stay(self) -> None:
        while True:
            self._stop_when_one_ended()
            time.sleep(0.5)

    def end(self) -> None:
        for part in self.parts:
            _signal(part, signal.SIGTERM)
        until = time.monotonic() + GOODBYE
        for part in self.parts:
            if part.process:
                try:
                    part.process.wait(max(0.1, until - time.monotonic()))
                except subprocess.TimeoutExpired:
                    _signal(part, signal.SIGKILL)

    def _stop_when_one_ended(self) -> None:
        for part in self.parts:
            if part.has_ended:
                raise Stop(f"The {part.name} stopped, so all stops. It said:\n{part.tail()}")


def web_worker_clock(host: str, port: int, workers: int, logs: Path) -> list[Part]:
    web = [str(BIN / "granian"), "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--blocking-threads", "4", "--no-ws"]
    web += ["--log-level", "warning", "plein.config.wsgi:application"]
    manage = [str(PYTHON), "manage.py"]
    return [
        Part("web server", web, logs / "web.log"),
        Part("worker", [*manage, "run_worker"], logs / "worker.log"),
        Part("clock", [*manage, "run_clock"], logs / "clock.log"),
    ]


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _signal(part: Part, sign: signal.Signals) -> None:
    if part.process and not part.has_ended:
        os.killpg(part.process.pid, sign)


def _as_ctrl_c(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end_with_parent() -> None:
    """On Linux: when we are killed outright, the parts get a SIGTERM too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
