"""From the press on the button to suggestions on the screen, in a city of 100,000 live posts.

Web, worker and clock run as they do for real, and Chromium is the asker's; all on these cores.
"""

import argparse
import os
import random
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from benchmarks.bare import twenty_cards
from benchmarks.drills.city import fill_city
from benchmarks.drills.databases import fresh_database

ROUNDS = 30
WARM = 2
MOST_MS = 1_000.0
"""Who just posted looks at the page "klaar", which asks until there is something to show."""
PORT = 8765
SITE = f"http://localhost:{PORT}"
DONE = "#fits-title"
WATCH = f"""
addEventListener("submit", () => sessionStorage.setItem("pressed", Date.now()), true);
new MutationObserver(() => {{
  if (window.seen || !document.querySelector("{DONE}")) return;
  window.seen = Infinity;
  requestAnimationFrame(() => requestAnimationFrame(() => (window.seen = Date.now())));
}}).observe(document, {{ childList: true, subtree: true }});
"""
"""The browser takes the time itself, from the press until a frame with suggestions was drawn: who
drives it adds some hundred ms before the press (is the button at rest?) and after it."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench suggesting", description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the city for the next time")
    options = parser.parse_args()
    # The second: Playwright keeps a loop of its own in the thread in which we look up rows.
    os.environ |= {"PLEIN_DEMO": "1", "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    place = fresh_database(
        postgres=options.postgres, settings="plein.config.settings", keep=options.keep
    )
    with place as folder:
        asker = _city(options.posts)
        with _running(folder) as since:
            _wait_until_ready(asker)
            print(f"web, worker and clock ready after {_since(since):.0f} s", flush=True)
            seen = _ask_again_and_again(asker)[WARM:]
        stored = _stored(asker)[-len(seen) :]
    bare = twenty_cards()
    print(f"suggestions stored: {_figures(stored)}")
    print(f"and on the screen:  {_figures(seen)}, {statistics.median(seen) / bare:.0f} × bare")
    return int(_late(seen) > MOST_MS)


def _figures(times: list[float]) -> str:
    middle = statistics.median(times)
    return f"median {middle:.0f} ms, p95 {_late(times):.0f} ms, worst {max(times):.0f} ms"


def _late(times: list[float]) -> float:
    return sorted(times)[int(0.95 * len(times))]


def _since(begun: float) -> float:
    return time.perf_counter() - begun


def _city(posts: int) -> Any:
    """The town with its asker; one that was kept is used again."""
    from django.core.management import call_command

    from plein.foundation.accounts.models import Account
    from plein.foundation.communities.actions import greet, join
    from plein.foundation.communities.models import Community, Member
    from plein.lib.counting import count_rows

    town, begun = Community.objects.filter(kind=Community.Kind.TOWN).first(), time.perf_counter()
    if town is None:
        call_command("createcachetable", verbosity=0)
        town = fill_city(posts)
        count_rows()  # as the clock does each hour
        print(f"{posts:,} live posts in {_since(begun):.0f} s", flush=True)
    address = f"noor-{token_hex(4)}@waterdrecht.example"
    asker = join(Account.objects.create_at(address), town=town, name="Noor", home=town)
    greet(asker, by=Member.objects.filter(town=town).earliest("pk"))
    return asker


@contextmanager
def _running(folder: Path) -> Iterator[float]:
    """The three processes as `script/server` starts them; gives when they began."""
    sys.path.insert(0, "script")
    from _processes import Together, web_worker_clock

    site = Together(
        web_worker_clock("127.0.0.1", PORT, 2, folder / "log"),
        os.environ
        | {"PLEIN_SITE_PORT": str(PORT), "DJANGO_SETTINGS_MODULE": "plein.config.settings"},
    )
    begun = time.perf_counter()
    site.start()
    try:
        site.wait_until_healthy(f"{SITE}/gezond/")
        yield begun
    finally:
        site.end()


def _wait_until_ready(asker: Any) -> None:
    """The posts are at hand, and all that the clock starts on its first day is done."""
    from plein.bridges.matching.models import Feature
    from plein.foundation.jobs.models import Change, Task

    known = Feature.objects.filter(town=asker.town, owner=asker, matched_at__isnull=False)
    _publish(asker, 0)
    while not known.exists() or Task.objects.due().exists() or Change.objects.exists():
        time.sleep(1)


def _publish(asker: Any, number: int) -> None:
    from plein.features.noticeboard import actions
    from plein.foundation.taxonomy.models import Theme

    said = _ask(number)
    theme = Theme.objects.get(town=asker.town, key=said["theme"])
    wanted = actions.Wanted(kind="ask", theme=theme, title=said["title"], text=said["text"])
    actions.publish(wanted, community=asker.town, by=asker)


def _ask(number: int) -> dict[str, str]:
    chance = random.Random(number)
    title, theme = chance.choice(ASKS)
    text = f"{title}. Wie helpt mij? Ik heb {chance.choice(DAYS)} tijd."
    return {"theme": theme, "title": title, "text": text}


def _ask_again_and_again(asker: Any) -> list[float]:
    """Milliseconds from each press on the button until suggestions stand on the screen."""
    from django.conf import settings
    from django.test import Client
    from playwright.sync_api import sync_playwright

    client, name = Client(headers={"host": "localhost"}), settings.SESSION_COOKIE_NAME
    client.force_login(asker.account)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("PLEIN_CHROMIUM", shutil.which("chromium")),
            args=["--no-sandbox", "--disable-gpu"],
        )
        window = browser.new_context(locale="nl-NL")
        cookie = {"name": name, "value": client.cookies[name].value, "url": SITE}
        window.add_cookies([cookie])  # type: ignore[list-item]
        window.add_init_script(WATCH)
        page = window.new_page()
        found = [_post(page, asker, number) for number in range(WARM + ROUNDS)]
        browser.close()
    return found


def _post(page: Any, asker: Any, number: int) -> float:
    from plein.features.noticeboard.models import Draft

    Draft.objects.create(
        town=asker.town,
        community=asker.town,
        member=asker,
        kind="ask",
        answers=_ask(number) | {"when_bits": 0, "task_class": "public"},
    )
    page.goto(f"{SITE}/prikbord/vragen/controleer/")
    page.locator("main form[method=post] button").last.click()
    page.wait_for_selector(DONE)
    page.wait_for_function("window.seen < Infinity")
    return float(page.evaluate("window.seen - sessionStorage.getItem('pressed')"))


def _stored(asker: Any) -> list[float]:
    """Milliseconds from the moment a post was written until its suggestions were, in order."""
    from plein.bridges.matching.models import Feature
    from plein.features.noticeboard.models import Post

    posts = Post.objects.filter(town=asker.town, author=asker)
    written = dict(posts.values_list("pk", "made_at"))
    rows = Feature.objects.filter(town=asker.town, pk__in=written).order_by("pk")
    return [
        (matched - written[pk]).total_seconds() * 1000
        for pk, matched in rows.values_list("pk", "matched_at")
    ]


ASKS = (
    ("Een lamp ophangen", "klussen"),
    ("Iemand die met mij wandelt", "gezelschap"),
    ("Hulp met mijn telefoon", "computer-telefoon"),
    ("De heg is te hoog", "tuin"),
    ("Een lift naar het ziekenhuis", "vervoer"),
    ("Boodschappen, mijn knie doet zeer", "boodschappen-koken"),
    ("Nederlands oefenen", "taal-papieren"),
    ("De hond uitlaten", "huisdieren"),
)
DAYS = ("dinsdag", "in het weekend", "'s avonds", "altijd")

if __name__ == "__main__":
    sys.exit(main())
