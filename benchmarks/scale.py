"""Board and detail pages at 10, 1,000 and 10,000 posts: queries stay the same, pages stay fast.

Server time is told in milliseconds and as a ratio to `bare`, 20 cards without Plein, so that a slow
machine does not look like a slow page.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from typing import Any

from benchmarks.bare import twenty_cards
from benchmarks.drills.databases import fresh_database

SIZES = (10, 1_000, 10_000)
ROUNDS = 30
MOST_QUERIES, MOST_MS = 12, 100.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench scale", description=__doc__)
    parser.add_argument("--posts", type=int, help="measure one size, and tell it as JSON")
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    if options.posts:
        with fresh_database(postgres=options.postgres, settings="plein.config.settings"):
            print(json.dumps(_measure_all(options.posts)))
        return 0
    return _compare(["--postgres"] if options.postgres else [])


def _compare(more: list[str]) -> int:
    bare = twenty_cards()
    print(f"bare: 20 cards without Plein take {bare:.2f} ms")
    results = {size: _in_own_process(size, more) for size in SIZES}
    wrong = False
    for name in results[SIZES[0]]:
        queries = [results[size][name]["queries"] for size in SIZES]
        times = [results[size][name]["ms"] for size in SIZES]
        good = len(set(queries)) == 1 and max(queries) <= MOST_QUERIES and max(times) <= MOST_MS
        wrong |= not good
        told = "  ".join(
            f"{size:>6,}: {ms:5.1f} ms {ms / bare:4.1f}x"
            for size, ms in zip(SIZES, times, strict=True)
        )
        print(f"  {name:<26} queries {queries}  {told}  {'good' if good else 'OVER'}")
    return int(wrong)


def _in_own_process(size: int, more: list[str]) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.scale", "--posts", str(size), *more]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _measure_all(posts: int) -> dict[str, Any]:
    from django.test import Client

    from plein.features.noticeboard.models import Post
    from plein.foundation.accounts.models import Account

    _fill(posts)
    ask = Post.objects.open().filter(kind="ask", town__host="localhost").latest("made_at")
    stranger = Client(headers={"host": "localhost"})
    bram = Client(headers={"host": "localhost"})
    bram.force_login(Account.objects.get(email="bram@waterdrecht.example"))
    detail = ask.get_absolute_url()
    return {
        "front, stranger": measure(stranger, "/"),
        "board, stranger": measure(stranger, "/prikbord/"),
        "board, member": measure(bram, "/prikbord/"),
        "board, searched": measure(bram, "/prikbord/?zoek=fiets"),
        "board, a theme and a kind": measure(bram, "/prikbord/?soort=vraag&thema=tuin"),
        "detail, stranger": measure(stranger, detail),
        "detail, member": measure(bram, detail),
        "my page": measure(bram, "/mijn/"),
    }


def _fill(posts: int) -> None:
    """The demo town with this many posts, and without its drawings."""
    from PIL import Image

    from plein.bridges.overviews.actions import index_town
    from plein.demo import photos
    from plein.demo.maker import Maker
    from plein.demo.posts import POSTS_PER_PERSON
    from plein.demo.town import fill
    from plein.features.noticeboard.models import Post

    photos.EACH_THEME = photos.PORTRAITS = 1
    for drawing in ("draw", "portrait"):
        setattr(photos, drawing, lambda *_wanted: Image.new("RGB", (400, 300)))
    places = fill(Maker(people=max(60, round(posts / POSTS_PER_PERSON))))
    kept = Post.objects.filter(town=places.town).open().order_by("-pk")[:posts]
    if posts < kept.model.objects.filter(town=places.town).count() / 2:
        Post.objects.filter(town=places.town).exclude(pk__in=[post.pk for post in kept]).delete()
        index_town(places.town.pk)


def measure(client: Any, path: str) -> dict[str, float]:
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    client.get(path)
    with connection.execute_wrapper(note):
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    times = []
    for _round in range(ROUNDS):
        start = time.process_time()
        client.get(path)
        times.append((time.process_time() - start) * 1000)
    return {"queries": len(asked), "ms": round(statistics.median(times), 2)}


if __name__ == "__main__":
    sys.exit(main())
