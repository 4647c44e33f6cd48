"""Somebody without mail asks at the library and leaves: the screen shows nothing of them."""

import pytest

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
