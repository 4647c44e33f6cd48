"""The style page in a real browser: axe finds nothing, and nothing scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from plein.testing.cast import make_town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MODULES = Path(__file__).parents[3] / "node_modules"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "usual": [],
    "big letters": [("plein_letters", "large")],
    "more contrast": [("plein_contrast", "more")],
    "right to left": [("django_language", "ar")],
}


@pytest.fixture
def open_style(browser, live_server, settings) -> Iterator:
    """`open_style(width=390, cookies=[…])`: the style page in a window of that width."""
    settings.DEBUG = True
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربية")]
    make_town("Waterdrecht", "waterdrecht", "localhost", phone="0184-555 010")
    windows = []

    def open_it(width=1280, cookies=(), **options) -> Page:
        window = browser.new_context(
            viewport={"width": width, "height": 844}, locale="nl", bypass_csp=True, **options
        )
        windows.append(window)
        window.add_cookies(
            [{"name": name, "value": value, "url": live_server.url} for name, value in cookies]
        )
        page = window.new_page()
        page.goto(f"{live_server.url}/stijl/")
        return page

    yield open_it
    for window in windows:
        window.close()


def mistakes(page: Page) -> list[str]:
    page.evaluate((MODULES / "axe-core" / "axe.min.js").read_text())
    found = page.evaluate(
        "rules => axe.run({runOnly: rules}).then(done => done.violations.map("
        "one => `${one.id}: ${one.nodes[0].html}`))",
        RULES,
    )
    return list(found)


def sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_a_phone(open_style, look):
    assert mistakes(open_style(390, LOOKS[look])) == []


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_scrolls_sideways_on_the_smallest_phone(open_style, look):
    assert sideways(open_style(320, LOOKS[look])) <= 0


def test_from_the_right_the_name_of_the_town_stands_right(open_style):
    page = open_style(1280, LOOKS["right to left"])
    name = page.locator(".brand").bounding_box()

    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert name["x"] > 640


def test_axe_finds_nothing_on_a_desk(open_style):
    assert mistakes(open_style(1280)) == []


def test_axe_finds_nothing_in_the_house_style_of_somebody_else(open_style):
    page = open_style(1280)
    theme = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
    page.add_style_tag(content=(MODULES / theme).read_text())
    page.evaluate("document.documentElement.classList.add('voorbeeld-theme')")

    assert mistakes(page) == []


def test_every_button_and_link_in_reach_is_big_enough_to_tap(open_style):
    small = open_style(390).evaluate(
        "[...document.querySelectorAll('.button, .tool, .house, .tile, .chips a, .tabs a, summary,"
        " .choices button, .week label')].filter(one => one.offsetParent)"
        ".filter(one => one.getBoundingClientRect().height < 48).map(one => one.outerHTML)"
    )

    assert small == []


def test_a_question_before_closing_opens_and_closes_with_the_keyboard(open_style):
    page = open_style(1280)

    page.locator("[commandfor=style-dialog]").first.press("Enter")
    assert page.locator("#style-dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#style-dialog").is_visible()


def test_without_javascript_the_number_to_call_still_opens(open_style):
    page = open_style(390, java_script_enabled=False)

    page.click("[popovertarget=call-us]")

    assert page.locator("#call-us a[href='tel:0184555010']").is_visible()


def test_bigger_letters_are_one_tap_away(open_style):
    page = open_style(390)
    before = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    )

    page.click("footer button >> nth=0")

    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert page.url.endswith("/stijl/")
    assert after >= before * 1.2
