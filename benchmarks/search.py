"""Search, filters, facets and reach at 100,000 posts, 5,000 organisations, 50,000 moments.

Of whole pages and of suggestions, one after the other: the work (processor time of this process and
of its PostgreSQL), that work as so many times a bare list of 20 cards measured just before, what
the clock says, and the number of queries. The bar is judged by the work as it is where a bare list
takes 2 ms: how fast a borrowed machine is changes by the minute, up to twice. --postgres borrows a
PostgreSQL, or uses DATABASE_URL; --keep FOLDER makes the rows once; --only WORD measures some.
"""

import argparse
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.bare import twenty_cards
from benchmarks.drills.databases import fresh_database

POSTS, ORGANISATIONS, ACTIVITIES = 100_000, 5_000, 5_000
ROUNDS = 20
MOST_MS, MOST_SUGGEST_MS, MOST_QUERIES = 80.0, 25.0, 12
USUAL_BARE_MS = 2.0
"""Of a bare list of 20 cards on two cores with nothing else to do."""
PAGES = {
    "board": "/prikbord/",
    "board, second page": "",
    "board, commonest word": "/prikbord/?zoek=graag+samen",
    "board, one word": "/prikbord/?zoek=fietsen",
    "board, rare word": "/prikbord/?zoek=tuin+10777",
    "board, word and choices": "/prikbord/?zoek=tuin&thema=tuin&wijk=wijk-3&tijd=avond",
    "board, choices": "/prikbord/?thema=klussen&wijk=wijk-2&soort=aanbod",
    "board, odd word": "/prikbord/?zoek=zzzonzin",
    "board, near by": "/prikbord/?zoek=fiets&bij=wijk-3",
    "organisations": "/organisaties/",
    "organisations, a word": "/organisaties/?zoek=taal&wijk=wijk-1",
    "agenda": "/agenda/",
    "agenda, this month": "/agenda/?wanneer=maand",
    "agenda, choices": "/agenda/?thema=tuin&wijk=wijk-3&kosten=gratis",
    "everything": "/zoeken/?zoek=muziek",
    "everything, meeting": "/zoeken/?zoek=ontmoeten+koffie&doelgroep=ouderen&wijk=wijk-1",
}
FAR_ON = {"board": "", "board, a word": "fietsen", "organisations": "", "agenda": ""}
"""{page: word}: as far as anybody pages, beyond what is sorted and counted."""
SUGGESTIONS = ("fie", "k", "comp", "boods", "mu", "wijk", "zzz")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench search", description=__doc__)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    parser.add_argument("--small", action="store_true", help="a hundredth of everything")
    parser.add_argument("--keep", type=Path, help="make the rows here, and once")
    parser.add_argument("--only", default="", help="pages with this in their name")
    options = parser.parse_args()
    with fresh_database(
        postgres=options.postgres, settings="plein.config.settings", keep=options.keep
    ):
        town = _town(100 if options.small else 1)
        return int(_measure_all(town, options.only))


def _town(part: int) -> Any:
    """The made town; the one that was kept, if there is one."""
    from benchmarks.rows import fill
    from plein.foundation.communities.models import Community

    if kept := Community.objects.filter(kind="town").first():
        return kept
    start = time.perf_counter()
    town = fill(
        posts=POSTS // part, organisations=ORGANISATIONS // part, activities=ACTIVITIES // part
    )
    _analyse()
    print(f"made and indexed in {time.perf_counter() - start:.0f} s", flush=True)
    return town


def _analyse() -> None:
    from django.core.management import call_command
    from django.db import connection

    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _measure_all(town: Any, only: str) -> bool:
    from django.test import Client

    import plein.config.wsgi  # noqa: F401 - as a web process begins
    from plein.foundation.communities.actions.founding import first_manager

    bram = Client(headers={"host": "localhost"})
    account = first_manager(town, "bram@waterdrecht.example", name="Bram").account
    if account is None:
        raise RuntimeError("Bram has no account")
    bram.force_login(account)
    over, late, bares = 0, 0, [twenty_cards()]
    print(f"{os.cpu_count()} cores, {ROUNDS} rounds; a bare list: {bares[0]:.1f} ms of work")
    for who, client in (
        ("stranger", Client(headers={"host": "localhost"})),
        ("member", bram),
    ):
        after = re.search(r"\?na=[0-9a-f-]+", client.get("/prikbord/").content.decode())
        second = f"/prikbord/{after[0] if after else ''}"
        asked = [(name, path or second, MOST_MS) for name, path in PAGES.items()]
        asked += list(_far_on(town))
        asked += [
            (f"suggest {typed}", f"/zoeken/voorstellen/?zoek={typed}", MOST_SUGGEST_MS)
            for typed in SUGGESTIONS
        ]
        for name, path, most in asked:
            if only in name:
                bares.append(twenty_cards())
                told = _told(f"{name}, {who}", client, path, most, bares[-1])
                over, late = over + told[0], late + told[1]
    print(
        f"over the bar: {over} by their work, {late} by the clock (load {os.getloadavg()[0]:.1f});"
        f" a bare list meanwhile {min(bares):.1f} to {max(bares):.1f} ms"
    )
    return bool(over)


def _far_on(town: Any) -> Iterator[tuple[str, str, float]]:
    """The page behind the last but 48 that there are, of each order."""
    from plein.bridges.overviews import queries
    from plein.bridges.overviews.filters import Filters
    from plein.bridges.overviews.houses import house_of

    keys = {"board": "noticeboard", "organisations": "directory", "agenda": "agenda"}
    for name, word in FAR_ON.items():
        house = house_of(keys[name.split(",")[0]])
        filters = Filters(words=word, after=str(town.pk))
        hits = queries.find(queries.eyes_of(None, town), house, filters).hits
        path = f"/{house.path}/?zoek={word}&na={hits[-48].card}"
        yield f"{name}, far on", path, MOST_MS


def _told(name: str, client: Any, path: str, most: float, bare: float) -> tuple[bool, bool]:
    """Prints one line; whether it is over its bar, by its work and by the clock."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        answer = client.get(path)
    if answer.status_code != 200:
        print(f"  {name:<36} answered {answer.status_code}")
        return True, True
    worked = _work()
    times, works = [], []
    for _round in range(ROUNDS):
        start, work = time.perf_counter(), worked()
        client.get(path)
        works.append(worked() - work)
        times.append((time.perf_counter() - start) * 1000)
    clock, work = _p95(times), _p95(works)
    usual = work * USUAL_BARE_MS / bare
    over = usual > most or len(asked) > MOST_QUERIES
    print(
        f"  {name:<36} work {statistics.median(works):6.1f} p95 {work:6.1f} ms"
        f"  {statistics.median(works) / bare:5.1f}x bare, p95 usually {usual:5.1f} ms"
        f"  clock {statistics.median(times):6.1f} p95 {clock:6.1f} ms"
        f"  {len(asked):2} queries  {'OVER' if over else 'good'}",
        flush=True,
    )
    return over, clock > most


def _work() -> Callable[[], float]:
    """Milliseconds of processor time so far, of this process and of its PostgreSQL."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return lambda: time.process_time() * 1000
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        there = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return lambda: time.process_time() * 1000 + int(there.read_text().split()[0]) / 1e6


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]


if __name__ == "__main__":
    sys.exit(main())
