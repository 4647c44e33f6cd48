"""What the commands say to a person, and how they stop: with one clear sentence."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ALIVE_EVERY = 15.0
"""Seconds after which a long step shows that it goes on."""
_one_at_a_time = threading.Lock()


class Stop(Exception):
    """Something a person must know or do before this can go on."""


def say(text: str = "") -> None:
    with _one_at_a_time:
        print(text, flush=True)


@contextmanager
def step(words: str) -> Iterator[None]:
    """Announce a longer step, show now and then that it goes on, and tell how long it took."""
    say(f"  {words} ...")
    start, over = time.monotonic(), threading.Event()
    threading.Thread(target=_go_on, args=(words, start, over), daemon=True).start()
    try:
        yield
    finally:
        over.set()
    say(f"  {words}: done in {time.monotonic() - start:.0f} s")


def _go_on(words: str, start: float, over: threading.Event) -> None:
    while not over.wait(ALIVE_EVERY):
        say(f"  {words}: {time.monotonic() - start:.0f} s, still busy")


def command(main: Callable[[], int | None]) -> None:
    """Run a command; a Stop becomes its sentence, Ctrl-C a quiet end."""
    try:
        sys.exit(main() or 0)
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr, flush=True)
        sys.exit(1)
    except subprocess.CalledProcessError as error:
        print(f"\nThis did not work: {' '.join(map(str, error.cmd[1:4]))}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
