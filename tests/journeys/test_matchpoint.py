"""Somebody without mail asks at the library and leaves: the screen shows nothing of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from plein.bridges.overviews.tests.listings_made import made
from plein.testing.browser import ARGUMENTS, chromium
from tests.journeys.library import ask, leave, open_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HTML = "text/html"
LIBRARY = {"width": 1280, "height": 844}


def test_after_wiping_back_and_storage_show_nothing_of_the_person(town, window):
    page = window(viewport=LIBRARY).new_page()
    open_day(page, town)
    ask(page)
    page.wait_for_url("**/plaatje/")
    page.goto(f"{town.url}/matchpunt/mijn/")
    assert "Truus" in page.content()
    page.get_by_role("button", name="Klaar. Maak dit scherm leeg").click()
    page.wait_for_url("**/matchpunt/?leeg=vraag")

    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "Truus" not in kept
    assert "markt" not in kept
    for _ in range(4):
        page.go_back()
        assert "Truus" not in page.content()
        assert "markt" not in page.content()
        assert page.url.startswith(f"{town.url}/matchpunt/")
    page.goto(f"{town.url}/matchpunt/")
    assert page.get_by_text("Fatima").is_visible()


SAID = ["Truus", "12340001", "brengt mij naar de markt"]
ELSEWHERE = """<!doctype html><title>Elders</title><form action=/elders/>
<label>Naam <input name=name></label><button>Ga</button></form>"""


@contextmanager
def own_browser(browser: Browser, profile: Path) -> Iterator[Page]:
    """The library's own browser, which keeps things; closed, it has written all of it."""
    context = browser.browser_type.launch_persistent_context(
        profile, viewport=LIBRARY, locale="nl-NL", executable_path=chromium(), args=ARGUMENTS
    )
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def offered_by(profile: Path) -> str:
    """What this browser would fill in by itself: words typed in fields before, and addresses."""
    found = []
    for file in profile.rglob("Web Data"):
        with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as data:
            tables = data.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                found += data.execute(f'SELECT * FROM "{table}"').fetchall()
    assert found, "This browser keeps nothing at all: then this test sees nothing."
    return str(found)


def written_in(profile: Path, words: list[str]) -> dict[str, str]:
    """In which of its files a word stands, as letters or as wide ones.

    Not looked at: the log in which the browser keeps what a page stored for one tab. What was wiped
    stands there, out of reach of any page or button, until the browser tidies it; see the README.
    """
    return {
        str(file.relative_to(profile)): word
        for file in profile.rglob("*")
        if file.is_file() and file.parent.name != "Session Storage"
        for word in words
        if any(word.encode(code) in file.read_bytes() for code in ("utf-8", "utf-16-le"))
    }


def test_the_browser_itself_offers_nothing_of_who_sat_there(town, browser, tmp_path):
    """On a computer that is not emptied at night. What is typed on a page of another site it does
    keep: so we know that it would."""
    with own_browser(browser, tmp_path) as page:
        page.route("**/elders/**", lambda route: route.fulfill(body=ELSEWHERE, content_type=HTML))
        page.goto(f"{town.url}/elders/")
        page.locator("[name=name]").press_sequentially("Kanarie")
        page.keyboard.press("Enter")
        page.wait_for_url("**/elders/?name=*")
        open_day(page, town)
        ask(page, phone="06 12340001")
        page.wait_for_url("**/plaatje/")
        leave(page)
        page.wait_for_timeout(2_000)

    offered = offered_by(tmp_path)
    assert "Kanarie" in offered
    assert not [word for word in SAID if word in offered]
    assert not written_in(tmp_path, SAID)


def on_paper(page: Page) -> list[tuple[int, int]]:
    """(width, height) in mm of each page that comes out of the printer."""
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [
        tuple(round(float(side) / 72 * 25.4) for side in each.mediabox[2:])  # type: ignore[misc]
        for each in pages
    ]


def test_a_list_found_together_is_one_strip_of_paper_and_gone_with_the_screen(town, window):
    made(town.town, "Eettafel De Ark", place="Kerkstraat 15", phone="0184-555 020")
    page = window(viewport=LIBRARY).new_page()
    open_day(page, town)
    page.get_by_role("button", name="Samen zoeken").click()
    page.get_by_label("Waar zoek je naar?").fill("eettafel")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    page.locator("button[name=erbij]").click()
    assert "eettafel" not in page.url
    page.get_by_role("link", name="Naar mijn lijst").click()
    page.wait_for_url("**/lijst/")
    assert on_paper(page) == [(80, 297)]

    page.get_by_role("button", name="Klaar. Maak dit scherm leeg").click()
    page.wait_for_url("**/matchpunt/?leeg=scherm")

    for _ in range(3):
        page.go_back()
        assert "Eettafel" not in page.content()
        assert "eettafel" not in page.content()


def test_the_slip_with_the_code_is_one_piece_of_paper(town, window):
    page = window(viewport=LIBRARY).new_page()
    open_day(page, town)
    ask(page)
    page.wait_for_url("**/plaatje/")
    page.get_by_role("radio", name="fiets").click(force=True)
    page.get_by_role("button", name="Maak mijn bon").click()
    page.get_by_text("Neem deze bon mee").wait_for()

    assert on_paper(page) == [(80, 160)]
