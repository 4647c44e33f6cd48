"""One browser that looks at page after page, each opened once in every direction."""

import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, ViewportSize, sync_playwright
from playwright.sync_api import Page as Tab

from benchmarks.pages.gathered import Page, read
from benchmarks.pages.site import Site
from plein.testing.browser import ARGUMENTS, chromium
from tests.journeys.bars import axe_finds, dress_as_somebody_else, sideways

SMALL: ViewportSize = {"width": 320, "height": 844}
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 844}
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
STILL = """() => { document.querySelectorAll('details').forEach(one => { one.open = true })
  document.querySelectorAll('.piece').forEach(one => window.htmx?.trigger(one, 'revealed'))
  return true }"""
SETTLED = "() => !document.querySelector('.htmx-request')"
A_PAGE_MS = 20_000
Finding = dict[str, str]


def work(folder: str, waiting: Any, done: Any, wanted: tuple[str, ...]) -> None:
    """What one process does: take a page, look at it, say what was found, until there are none."""
    site = Site(Path(folder))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*ARGUMENTS, ONLY_HERE]
        )
        context = _context(browser)
        while file := _next(waiting):
            page, began = read(Path(file)), time.monotonic()
            try:
                found = list(_looked(context.pages[0], site, page, wanted))
            except Error as broken:
                found = [{"look": "open", "rule": str(broken)[:200], "selector": "", "html": ""}]
                context.close()
                context = _context(browser)
            done.put((page.number, found, time.monotonic() - began))
        browser.close()


def _next(waiting: Any) -> str:
    try:
        return str(waiting.get(timeout=1))
    except Empty:
        return ""


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(
        viewport=SMALL, locale="nl-NL", bypass_csp=True, service_workers="block"
    )
    context.set_default_timeout(A_PAGE_MS)
    context.new_page()
    return context


def _looked(tab: Tab, site: Site, page: Page, wanted: tuple[str, ...]) -> Iterator[Finding]:
    if {"narrow", "own", "house"} & set(wanted):
        _open(tab, site, page, "nl")
        if "narrow" in wanted:
            yield from _sticking_out(tab, "narrow")
        if "own" in wanted:
            tab.set_viewport_size(PHONE)
            yield from _by_axe(tab, "own")
        if "house" in wanted:
            tab.set_viewport_size(DESK)
            dress_as_somebody_else(tab)
            yield from _by_axe(tab, "house")
    if {"narrow-rtl", "rtl"} & set(wanted):
        _open(tab, site, page, "ar")
        if "narrow-rtl" in wanted:
            yield from _sticking_out(tab, "narrow-rtl")
        if "rtl" in wanted:
            yield from _by_axe(tab, "rtl")


def _open(tab: Tab, site: Site, page: Page, language: str) -> None:
    """As it stands when somebody read all of it: pieces came, and what folds out is open."""
    tab.set_viewport_size(SMALL)
    tab.goto(site.show(page.url if page.url[0] == "/" else "/", page.came[language]))
    tab.evaluate(STILL)
    tab.wait_for_function(SETTLED)


def _by_axe(tab: Tab, look: str) -> Iterator[Finding]:
    for one in axe_finds(tab):
        yield {"look": look} | one


def _sticking_out(tab: Tab, look: str) -> Iterator[Finding]:
    for one in sideways(tab):
        yield {"look": look, "rule": "scrolls sideways", "selector": "", "html": one}
