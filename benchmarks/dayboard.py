"""Dagstart and who waits, with 20, 200 and 2,000 open matters: what hurts most on top."""

import argparse
import json
import subprocess
import sys
import time
from typing import Any

from benchmarks.bare import twenty_cards
from benchmarks.drills.databases import fresh_database
from benchmarks.scale import measure

SIZES = (20, 200, 2_000)
MOST_QUERIES, MOST_MS, MOST_REFRESH_S = 16, 100.0, 10.0
PAGES = ("/dagstart/", "/dagstart/?tijd=60", "/dagstart/?tijd=10", "/suggesties/wie-wacht/")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench dayboard", description=__doc__)
    parser.add_argument("--matters", type=int, help="measure one size, and tell it as JSON")
    parser.add_argument("--posts", type=int, default=0, help="so many other open asks beside them")
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    if options.matters:
        with fresh_database(postgres=options.postgres, settings="plein.config.settings"):
            print(json.dumps(_measure_all(options.matters, options.posts)))
        return 0
    more = ["--posts", str(options.posts)] if options.posts else []
    return _compare([*more, *(["--postgres"] if options.postgres else [])])


def _compare(more: list[str]) -> int:
    floor = twenty_cards()
    print(f"bare: 20 cards without Plein take {floor:.2f} ms")
    found = {size: _in_own_process(size, more) for size in SIZES}
    wrong = False
    for page in PAGES:
        queries = [found[size][page]["queries"] for size in SIZES]
        times = [found[size][page]["p50"] for size in SIZES]
        good = len(set(queries)) == 1 and queries[0] <= MOST_QUERIES and max(times) <= MOST_MS
        wrong |= not good
        told = "  ".join(
            f"{size:>5,}: {ms:5.1f} ms {ms / floor:4.1f}x"
            for size, ms in zip(SIZES, times, strict=True)
        )
        print(f"  {page:<20} queries {queries}  {told}  {'good' if good else 'OVER'}")
    for size in SIZES:
        one = found[size]
        good = one["first"] and one["rows"] == size and one["refresh"] <= MOST_REFRESH_S
        wrong |= not good
        print(
            f"  {one['rows']:>5,} rows computed again in {one['refresh']:.2f} s; what hurts most "
            f"stands first: {one['first']}  {'good' if good else 'OVER'}"
        )
    return int(wrong)


def _in_own_process(size: int, more: list[str]) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.dayboard", "--matters", str(size), *more]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _measure_all(matters: int, posts: int) -> dict[str, Any]:
    from django.test import Client

    from benchmarks.drills.morning import connector, fill, new_town, quiet_asks
    from plein.bridges.dayboard import actions
    from plein.bridges.dayboard.models import MatterRow

    town = new_town()
    fatima = connector(town, "Fatima")
    fill(town, matters)
    quiet_asks(town, posts)
    actions.refresh(town.pk)
    start = time.process_time()
    actions.refresh(town.pk)
    refresh = time.process_time() - start
    browser = Client(headers={"host": "localhost"})
    browser.force_login(fatima.account)  # type: ignore[arg-type]  # made with one
    rows = MatterRow.objects.filter(town=town)
    most = rows.order_by("layer", "urgency", "hurts_from", "id")[0]
    page = browser.get("/dagstart/").content.decode()
    first = min(page.find(row.url) for row in rows if row.url in page)
    return {
        **{path: measure(browser, path) for path in PAGES},
        "rows": rows.count(),
        "refresh": round(refresh, 2),
        "first": 0 < page.find(most.url) <= first,
    }


if __name__ == "__main__":
    sys.exit(main())
