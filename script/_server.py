"""Run this site for real: web, worker and clock, all settings from the environment.

What each variable means stands in docs/settings.md. Put a buffering server with https before it.
"""

import argparse
import os
import subprocess
from pathlib import Path

import _setup
from _places import PYTHON, ROOT
from _ports import make_sure_port_is_free
from _processes import Together, web_worker_clock
from _say import Stop, command, say, step


def main() -> None:
    options = _options()
    if not os.environ.get("PLEIN_SECRET_KEY"):
        raise Stop(
            "A real place needs its own secret: set PLEIN_SECRET_KEY to fifty random characters. "
            "To look around first, run script/demo."
        )
    make_sure_port_is_free(options.host, options.port)
    _setup.prepare()
    env = _setup.environment()
    with step("Bringing database and files up to date"):
        for words in (["migrate"], ["createcachetable"], ["collectstatic", "--noinput"]):
            manage = [str(PYTHON), "manage.py", *words, "--verbosity", "0"]
            subprocess.run(manage, cwd=ROOT, env=env, check=True)
    data = Path(os.environ.get("PLEIN_DATA_DIR") or ROOT / "var").resolve()
    site = Together(
        web_worker_clock(options.host, options.port, options.workers, data / "log"), env
    )
    try:
        site.start()
        site.wait_until_healthy(f"http://{options.host}:{options.port}/gezond/")
        say(f"Plein runs on http://{options.host}:{options.port}/ (logs in {data / 'log'}).")
        site.stay()
    except KeyboardInterrupt:
        say("Stopping.")
    finally:
        site.end()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/server", description="Run this site.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=2, help="web processes (2)")
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
