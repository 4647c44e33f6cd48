"""Every page in every look: axe, the Nu checker, other house styles, right to left, 320 pixels."""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from queue import Empty

from benchmarks.pages import nu, tab
from benchmarks.pages.gathered import Page, files_in, read

ROOT = Path(__file__).parents[2]
GATHER = ["tests/journeys/gather_pages.py", "-q", "--timeout=0", "-n2", "--dist", "load"]
LOOKS = ("nu", "narrow", "own", "house", "narrow-rtl", "rtl")
A_MINUTE = 60


def main() -> int:
    said = _said()
    began, folder = time.monotonic(), said.folder
    folder.mkdir(parents=True, exist_ok=True)
    status = 0 if said.again else _gather(folder)
    pages = {p.number: p for p in map(read, files_in(folder)) if p.is_about(said.only)}
    wanted = tuple(said.look or LOOKS)
    print(
        f"{len(pages)} pages, {len({p.template for p in pages.values()})} templates, looks:", end=""
    )
    print(f" {', '.join(wanted)}. Gathered after {time.monotonic() - began:.0f} s.", flush=True)
    with Notebook(folder / "findings.jsonl", pages) as book:
        try:
            if "nu" in wanted:
                for page, finding in nu.errors(list(pages.values()), folder / "nu"):
                    book.note(page.number, [finding])
            _in_browsers(folder, book, wanted, said.browsers)
        except KeyboardInterrupt:
            print("Cut off.")
        book.tell(time.monotonic() - began)
        return 1 if status or book.found or book.left else 0


def _said() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="script/bench pages", description=__doc__)
    words.add_argument("--only", default="", help="pages with this in address, template or person")
    words.add_argument("--look", action="append", choices=LOOKS, help="only this look; may repeat")
    words.add_argument("--again", action="store_true", help="look at what was gathered before")
    words.add_argument("--browsers", type=int, default=os.cpu_count() or 2)
    words.add_argument("--folder", type=Path, default=ROOT / "var" / "bench" / "pages")
    return words.parse_args()


def _gather(folder: Path) -> int:
    for file in folder.glob("*.json*"):
        file.unlink()
    env = os.environ | {"PLEIN_PAGES": str(folder)}
    words = [sys.executable, "-m", "pytest", *GATHER]
    return subprocess.run(words, env=env, cwd=ROOT, check=False).returncode


class Notebook:
    """What was found, on disk at once: whoever cuts it off keeps it."""

    def __init__(self, file: Path, pages: dict[str, Page]) -> None:
        self.file, self.pages = file, pages
        self.found: list[dict[str, str]] = []
        self.left = set(pages)

    def __enter__(self) -> "Notebook":
        self.written = self.file.open("w", encoding="utf-8")
        return self

    def __exit__(self, *_words: object) -> None:
        self.written.close()

    def note(self, number: str, findings: list[dict[str, str]]) -> None:
        page = self.pages[number]
        about = {"name": page.name, "url": page.url, "who": page.who, "template": page.template}
        for one in findings:
            self.found.append(about | one)
            self.written.write(json.dumps(about | one, ensure_ascii=False) + "\n")
        self.written.flush()

    def tell(self, seconds: float) -> None:
        for one in sorted(self.found, key=lambda one: (one["rule"], one["template"], one["look"])):
            print(f"{one['look']}: {one['rule']}  {one['template']}  {one['url']} ({one['who']})")
            print(f"    {one['selector']}  {one['html'][:160]}")
        rules = dict(Counter(f"{one['look']} {one['rule'][:40]}" for one in self.found))
        addresses = len({one["url"] for one in self.found})
        looked_at = len(self.pages) - len(self.left)
        print(f"\n{len(self.found)} findings on {addresses} addresses: {rules}")
        print(f"{looked_at} of {len(self.pages)} pages, {seconds / 60:.1f} minutes.")


def _in_browsers(folder: Path, book: Notebook, wanted: tuple[str, ...], browsers: int) -> None:
    """Several browsers share the pages; who waits says every minute how far they are."""
    if not set(wanted) - {"nu"}:
        book.left = set()
        return
    ways = multiprocessing.get_context("spawn")
    waiting, done = ways.Queue(), ways.Queue()
    book.left = {number for number, page in book.pages.items() if page.is_whole}
    for number in sorted(book.left, key=_first_of_each(book.pages).__contains__, reverse=True):
        waiting.put(str(folder / f"{number}.json"))
    tabs = [ways.Process(target=tab.work, args=(str(folder), waiting, done, wanted), daemon=True)
            for _each in range(browsers)]  # fmt: skip
    for each in tabs:
        each.start()
    _listen(book, done, tabs)


def _first_of_each(pages: dict[str, Page]) -> set[str]:
    """One page of each template goes first: whoever cuts it off saw most."""
    first: dict[str, str] = {}
    for number, page in pages.items():
        first.setdefault(page.template, number)
    return set(first.values())


def _listen(book: Notebook, done: "multiprocessing.Queue", tabs: list) -> None:  # type: ignore[type-arg]
    told = time.monotonic()
    while book.left and (any(each.is_alive() for each in tabs) or not done.empty()):
        try:
            number, findings, _seconds = done.get(timeout=5)
        except Empty:
            continue
        book.left.discard(number)
        book.note(number, findings)
        if time.monotonic() - told > A_MINUTE:
            told = time.monotonic()
            print(f"{len(book.left)} pages to go, {len(book.found)} findings.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
