"""Everything that must hold: gates, tests on SQLite, all again on PostgreSQL, browser tests.

DATABASE_URL names another PostgreSQL; without it one starts for the while, from a wheel.
`script/test gates sqlite` runs only these stages.
"""

import os
import sys
import time

import _browser
import _gates
import _setup
from _postgres import borrowed_postgres
from _say import command, say
from _stages import Stage, Tally, pytest, side_by_side, table

SLOWEST = ["--durations=20", "--durations-min=3"]
# In the order of the files: what looks at everything is in tests/, takes longest and begins.
SPREAD = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
ON_TWO_CORES = ["-q", *SPREAD, *SLOWEST, "-m", "not browser"]
ON_A_SERVER = [*ON_TWO_CORES[:-1], "not browser and not once and not no_database"]


def main() -> int:
    start = time.monotonic()
    _setup.prepare(dev=True)
    _browser.make_sure_of_java()
    browser = _browser.make_sure_of_chromium()
    say(f"Ready after {time.monotonic() - start:.0f} s.")
    tally = Tally()
    stages = {
        "gates": Stage("Gates", 1, gates),
        "sqlite": Stage("Tests on SQLite", 10, lambda: pytest(ON_TWO_CORES, tally, on_sqlite())),
        "postgres": Stage("Tests on PostgreSQL", 13, lambda: on_postgres(tally)),
        "browser": Stage("Browser tests", 10, lambda: in_browser(tally, browser)),
    }
    chosen = [stages[name] for name in sys.argv[1:] or stages]
    for stage in chosen:
        stage.run()
    say(f"\n{table(chosen)}\n")
    say("\n".join(tally.lines))
    say(f"{tally.count('passed')} passed, {tally.count('failed', 'error', 'errors')} failed")
    return 0 if all(stage.good for stage in chosen) else 1


def gates() -> bool:
    env = _setup.environment(**_gates.production_like())
    return side_by_side(_gates.everything(), env)


def on_sqlite() -> dict[str, str]:
    env = _setup.environment()
    env.pop("DATABASE_URL", None)
    return env


def on_postgres(tally: Tally) -> bool:
    if given := os.environ.get("DATABASE_URL", ""):
        return pytest(ON_A_SERVER, tally, _setup.environment(DATABASE_URL=given))
    with borrowed_postgres() as url:
        return pytest(ON_A_SERVER, tally, _setup.environment(DATABASE_URL=url))


def in_browser(tally: Tally, chromium: str) -> bool:
    env = {**on_sqlite(), "PLEIN_CHROMIUM": chromium}
    return pytest([*ON_TWO_CORES[:-1], "browser"], tally, env)


if __name__ == "__main__":
    command(main)
