"""What every page promises. `script/bench pages` asks all pages, this suite one of each kind."""

import gzip
import json
import re
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response

from plein.demo.places import Places
from tests.journeys.bars import VNU, axe, dress_as_somebody_else, sideways
from tests.journeys.filled import fill_small
from tests.journeys.looking import Look, signed_in
from tests.journeys.pages import usual_looks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OWN_LETTERS = re.compile(r"-latin-wght-normal[.\w]*\.woff2$")
FIRST_LOAD, NEXT_LOAD = 130_000, 30_000


@pytest.fixture
def places(transactional_db, monkeypatch, settings, tmp_path) -> Places:
    return fill_small(monkeypatch, settings, tmp_path)


@pytest.fixture
def pages(places) -> list[Look]:
    return usual_looks(places)


@pytest.fixture
def visit(browser: Browser, places, hosts):
    """`visit(look, width=320)`: the page in a window of that width, as that person."""
    url, opened, sessions = hosts("localhost"), [], {}

    def cookies(who: str, more: dict[str, str]) -> list[dict]:
        if who and who not in sessions:
            kept = signed_in(who).cookies.values()
            sessions[who] = {each.key: each.value for each in kept if each.value}
        wanted = sessions.get(who, {}) | more
        return [{"name": name, "value": value, "url": url} for name, value in wanted.items()]

    windows: dict[tuple, Page] = {}

    def go(look: Look, *, width: int = 390, **more: str) -> Page:
        key = (look.who, width, *sorted(more.items()))
        if key not in windows:
            context = browser.new_context(
                viewport={"width": width, "height": 844}, locale="nl-NL", bypass_csp=True
            )
            context.add_cookies(cookies(look.who, more))
            opened.append(context)
            windows[key] = context.new_page()
        page = windows[key]
        answer = page.goto(url + look.path)
        status = answer.status if answer else 0
        assert status == 200 or look.name == "not found", f"{look.name}: {status}"
        return page

    yield go
    for context in opened:
        context.close()


def wrong_on(pages: list[Look], look_at: Callable[[Look], list[str]]) -> dict[str, list[str]]:
    """What is wrong, page by page; empty is good."""
    found = {}
    for look in pages:
        try:
            found[look.name] = look_at(look)
        except AssertionError as does_not_open:
            found[look.name] = [str(does_not_open)]
    return {name: wrong for name, wrong in found.items() if wrong}


# A page is opened once and then looked at in several ways: filling the town costs half a minute.
@pytest.mark.timeout(600)
def test_axe_finds_nothing_in_two_house_styles_and_nothing_scrolls_sideways(visit, pages):
    def looked_at(look: Look) -> list[str]:
        page = visit(look)
        found = axe(page) + narrow(page)
        dress_as_somebody_else(page)
        return found + [f"dressed as somebody else: {wrong}" for wrong in axe(page)]

    assert wrong_on(pages, looked_at) == {}


@pytest.mark.timeout(600)
def test_nor_from_right_to_left(visit, pages):
    def looked_at(look: Look) -> list[str]:
        page = visit(look, django_language="ar")
        return axe(page) + narrow(page)

    assert wrong_on(pages, looked_at) == {}


def narrow(page: Page) -> list[str]:
    """What sticks out on the smallest phone."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 844})
    wrong = sideways(page)
    page.set_viewport_size(usual)
    return wrong


def test_the_nu_checker_finds_no_error(places, pages, tmp_path):
    clients, shut = {}, []
    for number, look in enumerate(pages):
        if look.who not in clients:
            clients[look.who] = signed_in(look.who)
        answer = clients[look.who].get(look.path, follow=True)
        if answer.status_code != 200 and look.name != "not found":
            shut.append(f"{look.name}: {answer.status_code} {look.path}")
        (tmp_path / f"{number}.html").write_bytes(answer.content)
    assert shut == []
    files = [str(path) for path in sorted(tmp_path.glob("*.html"))]

    checked = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", "--errors-only", *files],
        capture_output=True,
        text=True,
        check=False,
    )

    found = json.loads(checked.stderr)["messages"]
    named = {f"{n}.html": look.name for n, look in enumerate(pages)}
    wrong = [
        f"{named[error['url'].rsplit('/', 1)[1]]}: {error['message']} {error.get('extract', '')}"
        for error in found
    ]
    assert len(files) == len(pages)
    assert wrong == [], "\n".join(wrong)


def test_the_first_card_stands_within_the_first_screen_of_a_phone(visit):
    page = visit(Look("board", "/prikbord/"))

    title = page.locator(".card h2 a, .card h3 a, .card a").first.bounding_box()

    assert title["y"] + title["height"] <= 844


def test_pages_are_light(browser, places, hosts):
    """As they go over the line: texts compressed, fonts as they are.

    Photos are apart, and the letters of other languages, which come only with such a text.
    What is kept for days without a network comes when the page stands already.
    """
    url = hosts("localhost")
    fresh = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", service_workers="block"
    )
    page, seen = fresh.new_page(), {}
    page.on("response", lambda answer: seen.setdefault(answer.url, answer))

    page.goto(f"{url}/prikbord/", wait_until="networkidle")
    first = {link: _weight(answer) for link, answer in list(seen.items())}
    page.goto(f"{url}/prikbord/?soort=vraag", wait_until="networkidle")
    then = {link: _weight(answer) for link, answer in list(seen.items()) if link not in first}
    fresh.close()

    print(f"first load {sum(first.values())} bytes, next {sum(then.values())} bytes")
    assert 0 < sum(first.values()) <= FIRST_LOAD, first
    assert 0 < sum(then.values()) <= NEXT_LOAD, then


def _weight(answer: Response) -> int:
    kind = answer.headers.get("content-type", "")
    font = "font" in kind or answer.url.endswith(".woff2")
    apart = "/beeld/" in answer.url or (font and not OWN_LETTERS.search(answer.url))
    if answer.status != 200 or apart:
        return 0
    return len(answer.body() if font else gzip.compress(answer.body(), 6))


def test_a_dutch_page_fetches_no_letters_of_other_languages(browser, places, hosts, settings):
    settings.LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
    page, fonts = browser.new_page(locale="nl-NL"), []
    page.on("request", lambda asked: fonts.append(asked.url) if "woff2" in asked.url else None)

    page.goto(f"{hosts('localhost')}/inloggen/", wait_until="networkidle")
    page.close()

    assert len(fonts) == 2
    assert all(OWN_LETTERS.search(font) for font in fonts)
