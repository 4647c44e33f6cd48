"""Somebody without mail asks at the library and leaves: the screen shows nothing of them."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from plein.bridges.matchpoint.actions import make
from plein.bridges.overviews.tests.listings_made import made
from plein.foundation.communities.models import RoleName
from plein.testing.cast import give

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PIN = "246813"
LIBRARY = {"width": 1280, "height": 844}


def open_day(page: Page, town) -> None:
    give(town.fatima, RoleName.HOST, town.town)
    said = {"name": "de bibliotheek", "walk_in": "Kerkstraat 1", "phone": "0184-555 020"}
    point = make(town.town, pin=PIN, by=town.fatima, paper="slip", **said)
    page.goto(f"{town.url}/matchpunt/openen/{point.key}/")
    page.get_by_label("Pincode").fill(PIN)
    page.get_by_role("button", name="Open de dag").click()
    tap(page, "Fatima", "Verder")


def tap(page: Page, tile: str, button: str) -> None:
    """With JavaScript a tile may go on by itself; without it there is the button."""
    at = page.url
    page.get_by_role("radio", name=tile).first.click(force=True, no_wait_after=True)
    page.wait_for_timeout(700)
    if page.url == at:
        page.get_by_role("button", name=button).last.click()


def ask(page: Page) -> None:
    page.get_by_role("button", name="Ik wil iets vragen").click()
    tap(page, "Vervoer", "Verder")
    page.get_by_label("In 1 zin").fill("Wie brengt mij naar de markt")
    page.get_by_role("button", name="Verder").click()
    tap(page, "Overdag", "Verder")
    tap(page, "deur", "Verder")
    page.get_by_label("Je naam").fill("Truus")
    tap(page, "Molenwijk", "Verder")
    page.get_by_role("button", name="Zet het op het prikbord").click()


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
