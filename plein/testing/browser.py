"""A real browser for tests marked `browser`: `page`, and `hosts` for pytest-django's server.

Give the towns of a test a host that ends in `localhost`: that always leads to this machine.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser to use; None lets Playwright take its own."""
    asked = os.environ.get("PLEIN_CHROMIUM")
    return asked or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright runs an event loop in this thread; Django would refuse its database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def browser_context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that speaks Dutch, without cookies."""
    size: Any = {"width": 390, "height": 844}
    context = browser.new_context(viewport=size, locale="nl-NL", service_workers="block")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(browser_context: BrowserContext) -> Page:
    return browser_context.new_page()


@pytest.fixture
def hosts(live_server: Any) -> Callable[[str], str]:
    """`hosts("molenwijk.localhost")` is the address of that site on the test server."""
    cache.clear()
    port = live_server.url.rsplit(":", 1)[1]
    return lambda host: f"http://{host}:{port}"
