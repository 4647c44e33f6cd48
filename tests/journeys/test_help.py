"""An ask gets its answer: by mouse, keyboard, phone screen, text message, without JavaScript."""

import pytest
from playwright.sync_api import expect

from plein.features.noticeboard.models import Match, Post
from plein.foundation.communities.models import Member
from tests.journeys import story
from tests.journeys.conftest import code_for, work
from tests.journeys.hands import Hands, Keyboard, NoJavaScript

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
WAYS = {
    "desktop": (Hands, {"viewport": DESKTOP}, "anna@mail.example"),
    "keyboard only": (Keyboard, {"viewport": DESKTOP}, "anna@mail.example"),
    "phone screen": (Hands, {"viewport": PHONE}, "anna@mail.example"),
    "no JavaScript": (NoJavaScript, {"viewport": PHONE, "javascript": False}, "anna@mail.example"),
    "phone number only": (Hands, {"viewport": PHONE}, "06 1234 5678"),
}
MOST_TAPS = 9


@pytest.mark.parametrize("way", WAYS)
def test_an_ask_gets_its_answer_an_agreement_and_a_thank_you(way, town, window, signed_in):
    hands, options, address = WAYS[way]
    anna = hands(window(**options).new_page())
    bram = hands(signed_in(window(**options), town.bram).new_page())
    fatima = hands(signed_in(window(**options), town.fatima).new_page())

    story.ask(anna, town.url, address)
    story.answer(bram, town.url)
    story.greet(fatima, town.url)
    story.agree(anna, bram, town.url)
    story.thank(anna, bram, town.url)

    match = Match.objects.get()
    assert match.thanks == story.THANKS
    assert match.response.author == town.bram
    assert Post.objects.get().closing == "found"


@pytest.mark.parametrize("address", ["anna@mail.example", "06 1234 5678"])
def test_from_front_page_to_published_ask_takes_at_most_nine_taps(address, town, window):
    anna = Hands(window().new_page())

    story.ask(anna, town.url, address)

    assert anna.taps <= MOST_TAPS, anna.taps
    assert Member.objects.get(name="Anna").account


def test_who_was_here_before_signs_in_with_a_code(town, window):
    bram = Hands(window().new_page())

    story.sign_in(bram, town.url, town.bram.account.email)
    bram.go(f"{town.url}/mijn/")

    expect(bram.page.locator("h1")).to_contain_text("Bram")


def test_a_code_of_yesterday_or_of_somebody_else_opens_nothing(town, window):
    bram, thief = Hands(window().new_page()), Hands(window().new_page())
    address = town.bram.account.email
    for somebody in (bram, thief):
        somebody.go(f"{town.url}/inloggen/")
        somebody.type(somebody.page.locator("[name=address]"), address)
        somebody.send()
    work()

    bram.type(bram.page.locator("[name=code]"), code_for(address))
    bram.tap(bram.page.locator("main form button:not([name])").first)
    thief.go(f"{town.url}/mijn/")

    assert "/inloggen/" in thief.page.url
