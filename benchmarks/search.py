"""Search, filters, facets and reach at 100,000 posts, 5,000 organisations, 50,000 moments.

Server time of whole pages and of suggestions (wall clock, one process), the work of the process
itself, and the number of queries.
--postgres borrows a PostgreSQL, or uses DATABASE_URL.
"""

import argparse
import re
import statistics
import sys
import time
from typing import Any

from benchmarks.drills.databases import fresh_database

POSTS, ORGANISATIONS, ACTIVITIES = 100_000, 5_000, 5_000
ROUNDS = 20
MOST_MS, MOST_SUGGEST_MS, MOST_QUERIES = 80.0, 25.0, 12
PAGES = {
    "board": "/prikbord/",
    "board, second page": "",
    "board, commonest word": "/prikbord/?zoek=graag+samen",
    "board, one word": "/prikbord/?zoek=fietsen",
    "board, rare word": "/prikbord/?zoek=tuin+10777",
    "board, word and choices": "/prikbord/?zoek=tuin&thema=tuin-groen&wijk=wijk-3&tijd=avond",
    "board, choices": "/prikbord/?thema=klussen&wijk=wijk-2&soort=aanbod",
    "board, odd word": "/prikbord/?zoek=zzzonzin",
    "board, near by": "/prikbord/?zoek=fiets&bij=wijk-3",
    "organisations": "/organisaties/",
    "organisations, a word": "/organisaties/?zoek=taal&wijk=wijk-1",
    "agenda": "/agenda/",
    "agenda, this month": "/agenda/?wanneer=maand",
    "agenda, choices": "/agenda/?thema=tuin-groen&wijk=wijk-3&kosten=gratis",
    "everything": "/zoeken/?zoek=muziek",
    "everything, meeting": "/zoeken/?zoek=ontmoeten+koffie&doelgroep=ouderen&wijk=wijk-1",
}
SUGGESTIONS = ("fie", "k", "comp", "boods", "mu", "wijk", "zzz")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench search", description=__doc__)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    parser.add_argument("--small", action="store_true", help="a hundredth of everything")
    options = parser.parse_args()
    part = 100 if options.small else 1
    with fresh_database(postgres=options.postgres, settings="plein.config.settings"):
        from benchmarks.rows import fill

        start = time.perf_counter()
        town = fill(
            posts=POSTS // part,
            organisations=ORGANISATIONS // part,
            activities=ACTIVITIES // part,
        )
        _analyse()
        print(f"made and indexed in {time.perf_counter() - start:.0f} s", flush=True)
        return int(_measure_all(town))


def _analyse() -> None:
    from django.core.management import call_command
    from django.db import connection

    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _measure_all(town: Any) -> bool:
    from django.test import Client

    from plein.foundation.communities.actions.founding import first_manager

    bram = Client(headers={"host": "localhost"})
    bram.force_login(first_manager(town, "bram@waterdrecht.example", name="Bram").account)
    over = False
    for who, client in (
        ("stranger", Client(headers={"host": "localhost"})),
        ("member", bram),
    ):
        after = re.search(r"\?na=[0-9a-f-]+", client.get("/prikbord/").content.decode())
        for name, path in PAGES.items():
            over |= _told(
                f"{name}, {who}", client, path or f"/prikbord/{after[0] if after else ''}", MOST_MS
            )
        for typed in SUGGESTIONS:
            path = f"/zoeken/voorstellen/?zoek={typed}"
            over |= _told(f"suggest {typed}, {who}", client, path, MOST_SUGGEST_MS)
    return over


def _told(name: str, client: Any, path: str, most: float) -> bool:
    """Prints one line; true when it is over its bar."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        answer = client.get(path)
    if answer.status_code != 200:
        print(f"  {name:<42} answered {answer.status_code}")
        return True
    times, works = [], []
    for _round in range(ROUNDS):
        start, work = time.perf_counter(), time.process_time()
        client.get(path)
        works.append((time.process_time() - work) * 1000)
        times.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(times, n=20)[18]
    good = p95 <= most and len(asked) <= MOST_QUERIES
    print(
        f"  {name:<42} median {statistics.median(times):6.1f} ms  p95 {p95:6.1f} ms"
        f"  work {statistics.median(works):6.1f} ms"
        f"  {len(asked):2} queries  {'good' if good else 'OVER'}",
        flush=True,
    )
    return not good


if __name__ == "__main__":
    sys.exit(main())
