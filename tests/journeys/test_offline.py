"""Without network somebody reads a kind page, and nothing of a person was kept for it."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_matchpoint import ask, open_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

READY = "navigator.serviceWorker.ready.then(r => r.active.state)"
KEPT = """async () => {
  const names = await caches.keys(), kept = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      kept.push([new URL(asked.url).pathname, await (await cache.match(asked)).text()]);
    }
  }
  return [names, kept];
}"""


def ready(page: Page) -> None:
    page.evaluate(READY)
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def test_without_network_there_is_a_kind_page_and_later_the_site_again(town, window, signed_in):
    context = signed_in(window(workers="allow"), town.bram)
    page = context.new_page()
    page.goto(f"{town.url}/mijn/")
    ready(page)

    context.set_offline(True)
    page.goto(f"{town.url}/gesprekken/")

    expect(page.locator("h1")).to_have_text("Er is nu geen internet")
    expect(page.locator("main")).to_contain_text("0184-555 010")
    letters = page.evaluate("document.fonts.ready.then(f => [...f].map(l => l.status))")
    assert "error" not in letters
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).minBlockSize")
    assert page.evaluate("document.styleSheets.length") >= 3

    context.set_offline(False)
    page.get_by_role("link", name="Probeer opnieuw").click()

    expect(page.locator("h1")).to_have_text("Mijn gesprekken")
    assert page.url == f"{town.url}/gesprekken/"


def test_what_is_kept_is_the_page_and_its_files_and_nothing_of_who_reads(town, window):
    page = window(workers="allow", viewport={"width": 1280, "height": 844}).new_page()
    page.goto(f"{town.url}/plein.webmanifest")
    page.evaluate("caches.open('plein-offline-of-before')")
    open_day(page, town)
    ask(page)
    page.wait_for_url("**/plaatje/")
    page.goto(f"{town.url}/matchpunt/mijn/")
    assert "Truus" in page.content()
    ready(page)

    names, kept = page.evaluate(KEPT)

    assert len(names) == 1
    others = [path for path, _ in kept if not path.startswith("/static/")]
    assert set(others) <= {"/offline/", "/kleuren.css"}
    assert not [path for path, text in kept if "Truus" in text or "Fatima" in text]
