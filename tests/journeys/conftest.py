"""A small town on the test server, and people with a browser of their own."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from plein.foundation import jobs
from plein.foundation.communities.models import Community, Member, RoleName
from plein.foundation.outbox.models import Message
from plein.testing.cast import give, make_member, make_part, make_town

PHONE_SCREEN = {"width": 390, "height": 844}


@dataclass
class Town:
    """The place, its people, and its address on the test server."""

    town: Community
    molenwijk: Community
    bram: Member
    fatima: Member
    url: str


@pytest.fixture
def town(transactional_db, hosts) -> Town:
    place = make_town(
        "Waterdrecht", "waterdrecht", "localhost", phone="0184-555 010", walk_in="Bibliotheek"
    )
    molenwijk = make_part(place, "Molenwijk", "molenwijk")
    make_part(place, "Centrum", "centrum")
    bram = make_member("Bram", molenwijk)
    fatima = give(make_member("Fatima", molenwijk), RoleName.CONNECTOR, place)
    return Town(place, molenwijk, bram, fatima, hosts("localhost"))


@pytest.fixture
def window(browser: Browser):
    """`window(javascript=False)`: somebody's own browser, without cookies."""
    opened: list[BrowserContext] = []

    def open_it(
        *, javascript: bool = True, viewport: dict | None = None, workers: str = "block"
    ) -> BrowserContext:
        context = browser.new_context(
            viewport=viewport or PHONE_SCREEN,
            locale="nl-NL",
            java_script_enabled=javascript,
            service_workers=workers,
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield open_it
    for context in opened:
        context.close()


@pytest.fixture
def signed_in(town: Town) -> Callable[[BrowserContext, Member], BrowserContext]:
    """A browser in which a member signed in before."""

    def sign_in(context: BrowserContext, member: Member) -> BrowserContext:
        client = Client(headers={"host": "localhost"})
        client.force_login(member.account)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": town.url}])
        return context

    return sign_in


def code_for(address: str) -> str:
    """The six digits in the last message to this address, as its owner reads them."""
    if "@" not in address:
        address = "+31" + address.replace(" ", "").removeprefix("0")
    message = Message.objects.filter(address=address).order_by("-made_at").first()
    assert message, f"Nothing was sent to {address}."
    found = re.search(r"\b\d{6}\b", message.text)
    assert found, message.text
    return found.group()


def work() -> None:
    """What worker and clock do in the meantime."""
    jobs.run_pending(strict=True)
