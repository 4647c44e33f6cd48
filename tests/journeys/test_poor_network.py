"""The network is slow or fails half-way: what was typed is there until nobody is there any
more, and the ask is made once."""

import pytest
from playwright.sync_api import Page, expect

from plein.bridges.matchpoint.models import Sitting
from plein.features.noticeboard.models import Post
from tests.journeys import doors, library
from tests.journeys.hands import Hands, NoJavaScript
from tests.journeys.test_offline import ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIBRARY = {"width": 1280, "height": 844}
SLOW_MS = 1_500
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}])"


def send_without_network(page: Page, button: str) -> None:
    """The kind page stands at the address of what was being written, not of where it went."""
    page.context.set_offline(True)
    page.get_by_role("button", name=button).last.click()
    expect(page.locator("h1")).to_have_text("Er is nu geen internet")


def try_again(page: Page) -> None:
    page.context.set_offline(False)
    page.get_by_role("link", name="Probeer opnieuw").click()


def test_typed_words_survive_and_go_with_who_leaves(town, window):
    page = window(viewport=LIBRARY, workers="allow").new_page()
    library.open_day(page, town)
    ready(page)
    send_without_network(page, "Ik wil iets vragen")
    try_again(page)
    page.get_by_role("button", name="Ik wil iets vragen").click()
    library.tap(page, "Vervoer", "Verder")
    page.get_by_label("In 1 zin").fill(library.ASK)
    send_without_network(page, "Verder")
    try_again(page)
    expect(page.get_by_label("In 1 zin")).to_have_value(library.ASK)
    page.get_by_role("button", name="Verder").click()
    library.tap(page, "Overdag", "Verder")
    library.tap(page, "deur", "Verder")
    page.get_by_label("Je naam").fill("Truus")
    send_without_network(page, "Verder")
    assert "Truus" in page.evaluate(KEPT)
    try_again(page)
    expect(page.get_by_label("Je naam")).to_have_value("Truus")

    send_without_network(page, "Klaar. Maak dit scherm leeg")
    assert "Truus" not in page.evaluate(KEPT)
    try_again(page)
    page.wait_for_url("**/matchpunt/?leeg=*")
    assert page.evaluate(KEPT) == "[{},{}]"
    page.go_back()
    assert "Truus" not in page.content()


def test_who_walks_away_without_network_leaves_nothing_behind(town, window):
    page = window(viewport=LIBRARY, workers="allow").new_page()
    page.clock.install()
    library.open_day(page, town)
    ready(page)
    page.get_by_role("button", name="Ik wil iets vragen").click()
    library.tap(page, "Vervoer", "Verder")
    page.get_by_label("In 1 zin").fill(library.ASK)
    send_without_network(page, "Verder")

    page.clock.fast_forward("02:01")
    page.get_by_role("button", name="Ja, ik ben er nog").click()
    page.clock.fast_forward("01:59")
    expect(page.locator("dialog")).to_be_hidden()
    assert library.ASK in page.evaluate(KEPT)
    page.clock.fast_forward("00:03")
    expect(page.get_by_text("Anders maken we dit scherm leeg")).to_be_visible()
    page.clock.fast_forward("01:01")

    page.wait_for_url("**/matchpunt/")
    expect(page.locator("h1")).to_have_text("Er is nu geen internet")
    assert library.ASK not in page.evaluate(KEPT)
    try_again(page)
    page.wait_for_url("**/matchpunt/?leeg=*")
    assert not Sitting.objects.exists()
    assert page.evaluate(KEPT) == "[{},{}]"


@pytest.mark.parametrize("hands", [Hands, NoJavaScript])
def test_a_lost_answer_makes_one_ask_and_no_page_is_lost(town, window, hands):
    screen = hands(window(viewport=LIBRARY, javascript=hands.has_javascript).new_page())
    page = screen.page
    library.open_day(page, town)
    page.get_by_role("button", name="Ik wil iets vragen").click()
    library.tap(page, "Vervoer", "Verder")
    page.get_by_label("In 1 zin").fill(library.ASK)
    page.context.set_offline(True)
    doors.press(screen, "Verder")
    page.context.set_offline(False)
    doors.once_more(screen)
    library.tap(page, "Overdag", "Verder")
    library.tap(page, "deur", "Verder")
    page.get_by_label("Je naam").fill("Truus")
    library.tap(page, "Molenwijk", "Verder")
    expect(page.locator("main")).to_contain_text(library.ASK)

    page.route("**/vraag/controleer/", doors.answer_is_lost, times=1)
    doors.press(screen, "Zet het op het prikbord")
    doors.once_more(screen)

    page.wait_for_url("**/plaatje/")
    assert Post.objects.count() == 1
    page.route("**/plaatje/", doors.answer_is_lost, times=1)
    screen.tick(library.PICTURE)
    doors.press(screen, "Maak mijn bon")
    doors.once_more(screen)
    expect(page.locator(".slip__code")).to_be_visible()


def test_who_taps_a_tile_and_the_button_as_well_sends_it_once(town, window):
    page = window(viewport=LIBRARY).new_page()
    page.goto(town.url)
    page.locator("main").get_by_role("link", name="Ik heb een vraag").first.click()
    expect(page.locator("main .tile").first).to_be_visible()
    held = []
    page.route(page.url, lambda route: held.append(route))
    page.locator("main form button:not([name])").first.evaluate(
        "(button, late) => { setTimeout(() => button.click(), late) }", SLOW_MS
    )
    page.locator("main .tile").first.click(no_wait_after=True)
    page.wait_for_timeout(SLOW_MS * 2)
    assert [route.request.method for route in held] == ["POST"]
    held[0].continue_()
    expect(page.get_by_label("In 1 zin")).to_be_visible()
