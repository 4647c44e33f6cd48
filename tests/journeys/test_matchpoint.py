"""Somebody without mail asks at the library and leaves: the screen shows nothing of them."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from plein.bridges.overviews.tests.listings_made import made
from tests.journeys.library import ask, open_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

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
