"""Open a living town on this machine: one command, nothing else needed.

The town is kept in var/ (or PLEIN_DATA_DIR); `--fresh` begins anew.
"""

import argparse
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import _setup
from _places import PYTHON, ROOT
from _ports import make_sure_port_is_free
from _processes import Together, web_worker_clock
from _say import Stop, command, say, step

HOST = "127.0.0.1"
LEAST = 60
"""People of the smallest town, as `fill_town` asks them."""


def main() -> None:
    options = _options()
    start = time.monotonic()
    make_sure_port_is_free(HOST, options.port)
    _setup.prepare()
    data = Path(os.environ.get("PLEIN_DATA_DIR") or ROOT / "var").resolve()
    env = demo_environment(data, options.port)
    make_town(data, options, env)
    town = Together(web_worker_clock(HOST, options.port, 2, data / "log"), env)
    try:
        town.start()
        town.wait_until_healthy(f"http://localhost:{options.port}/gezond/")
        say(f"\nThe town is open after {time.monotonic() - start:.0f} s.\n")
        welcome(options.port, data, env)
        town.stay()
    except KeyboardInterrupt:
        say("\nClosing the town; it keeps everything for next time.")
    finally:
        town.end()


def demo_environment(data: Path, port: int) -> dict[str, str]:
    return _setup.environment(
        PLEIN_DEMO="1",
        PLEIN_DATA_DIR=str(data),
        DATABASE_URL=f"sqlite:///{data / 'demo.sqlite3'}",
        PLEIN_SITE_PORT=str(port),
        PLEIN_MAIL_URL=os.environ.get("PLEIN_MAIL_URL", "file:"),
    )


def make_town(data: Path, options: argparse.Namespace, env: dict[str, str]) -> None:
    """Fill an empty database. The note is written last: half a town is no town."""
    note = data / "demo.json"
    if options.fresh or not note.exists():
        throw_away(data, everything=options.fresh)
    for folder in ("static", "media"):
        (data / folder).mkdir(parents=True, exist_ok=True)
    with step("Preparing the database"):
        renew(env)
    if note.exists():
        kept = json.loads(note.read_text())
        if options.people not in (None, kept["people"]) or options.seed not in (None, kept["seed"]):
            say(f"This town has {kept['people']} people already; --fresh makes another.")
        return
    manage(env, "createcachetable", "--verbosity", "0")
    wish = {"people": options.people or 600, "seed": options.seed or 1}
    with step(f"Building Waterdrecht, with {wish['people']} people"):
        manage(env, "fill_town", "--people", str(wish["people"]), "--seed", str(wish["seed"]))
    note.write_text(json.dumps(wish))


def renew(env: dict[str, str]) -> None:
    """Before 1.0 tables are sometimes described anew; then a town of long ago cannot go along."""
    words = [str(PYTHON), "manage.py", "migrate", "--verbosity", "0"]
    tried = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if tried.returncode:
        say(tried.stderr.strip().splitlines()[-1] if tried.stderr.strip() else "")
        raise Stop("This town is of an older Plein and cannot go along. Make a new one: --fresh.")


def throw_away(data: Path, *, everything: bool) -> None:
    """The town, and if you say so all its photos and mails. The note first."""
    (data / "demo.json").unlink(missing_ok=True)
    for file in data.glob("demo.sqlite3*"):
        file.unlink()
    for folder in ("media", "mail") if everything else ():
        shutil.rmtree(data / folder, ignore_errors=True)


def welcome(port: int, data: Path, env: dict[str, str]) -> None:
    say(f"    http://localhost:{port}/\n")
    words = [str(PYTHON), "manage.py", "list_logins"]
    told = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    say(told.stdout if told.returncode == 0 else "Everybody who can log in stands on /demo/.")
    say(f"\nMails are put in {data / 'mail'}, logs and text messages in {data / 'log'}.")
    say("Ctrl-C closes the town.")


def manage(env: dict[str, str], *words: str) -> None:
    subprocess.run([str(PYTHON), "manage.py", *words], cwd=ROOT, env=env, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/demo", description="Open a living town.")
    parser.add_argument("--fresh", action="store_true", help="throw the town away, begin anew")
    parser.add_argument("--people", type=int, metavar="N", help="how many people (600)")
    parser.add_argument("--seed", type=int, metavar="S", help="which chances the town gets (1)")
    parser.add_argument("--port", type=int, default=8000, help="where it opens (8000)")
    options = parser.parse_args()
    if options.people is not None and options.people < LEAST:
        raise Stop(f"A town needs at least {LEAST} people. Nothing was changed.")
    return options


if __name__ == "__main__":
    command(main)
