"""The story of the first bar: an ask gets its answer, an agreement and a thank-you."""

from playwright.sync_api import expect

from tests.journeys.conftest import code_for, work
from tests.journeys.hands import Hands

ASK = "Wie kookt er een keer met mij?"
THANKS = "Dank je wel, het was heerlijk!"


def ask(anna: Hands, url: str, address: str) -> None:
    """From the front page to a published ask, sign-up included."""
    page = anna.page
    anna.go(url)
    anna.tap(page.locator("main").get_by_role("link", name="Ik heb een vraag").first)
    anna.choose("Boodschappen en koken")
    anna.type(page.locator("[name=title]"), ASK)
    anna.send()
    anna.choose("Maakt niet uit")
    anna.choose("Op een openbare plek")
    anna.send()
    join(anna, address)
    expect(page.locator("h1")).to_have_text("Je vraag staat op het prikbord")


def join(anna: Hands, address: str) -> None:
    """Three fields and a code."""
    page = anna.page
    anna.type(page.locator("[name=name]"), "Anna")
    anna.type(page.locator("[name=address]"), address)
    anna.tick("Molenwijk")
    anna.send()
    give_code(anna, address)


def give_code(somebody: Hands, address: str) -> None:
    work()
    somebody.type(somebody.page.locator("[name=code]"), code_for(address))
    somebody.send()


def sign_in(somebody: Hands, url: str, address: str) -> None:
    somebody.go(f"{url}/inloggen/")
    somebody.type(somebody.page.locator("[name=address]"), address)
    somebody.send()
    give_code(somebody, address)


def greet(fatima: Hands, url: str) -> None:
    """A connector meets the new neighbour: one tap on the morning page."""
    waiting = fatima.page.locator("main li").filter(has_text="Anna")
    fatima.go(f"{url}/dagstart/")
    fatima.tap(waiting.get_by_role("button", name="Begroet").first)
    expect(waiting).to_have_count(0)
    work()


def answer(bram: Hands, url: str, title: str = ASK) -> None:
    """Somebody finds the ask on the board and wants to do it."""
    work()
    page = bram.page
    bram.go(f"{url}/prikbord/")
    bram.tap(page.get_by_role("link", name=title).first)
    bram.tap(page.locator("main").get_by_role("link", name="Ik wil dit doen").first)
    bram.type(page.locator("[name=message]"), "Leuk! Ik kan goed pannenkoeken bakken.")
    bram.send()
    work()


def open_agreement(somebody: Hands, url: str, other: str) -> None:
    """To the talk; the appointment stands below or beside it, without JavaScript behind a link."""
    page = somebody.page
    somebody.go(f"{url}/gesprekken/")
    somebody.tap(page.locator("main").get_by_role("link", name=other).first)
    link = page.locator("main").get_by_role("link", name="Maak of bekijk de afspraak")
    if somebody.has_javascript:
        # On a wide screen it may have come already.
        link.or_(page.locator("#agreement")).first.wait_for(state="attached")
        link.evaluate_all("found => found.forEach((one) => one.scrollIntoView())")
        page.locator("#agreement").wait_for()
    else:
        somebody.tap(link)


def agree(anna: Hands, bram: Hands, url: str, name: str = "Anna") -> None:
    """One proposes, the other says yes."""
    open_agreement(anna, url, "Bram")
    anna.type(anna.page.locator("[name=when_words]"), "zaterdag in de middag")
    anna.type(anna.page.locator("[name=place_words]"), "keuken van het buurthuis")
    answer_there(anna, "propose")
    open_agreement(bram, url, name)
    expect(bram.page.locator("#agreement")).to_contain_text("zaterdag in de middag")
    answer_there(bram, "confirm")
    open_agreement(bram, url, name)
    expect(bram.page.locator("#agreement")).to_contain_text("Jullie hebben een afspraak")
    work()


def thank(anna: Hands, bram: Hands, url: str) -> None:
    open_agreement(anna, url, "Bram")
    answer_there(anna, "done")
    open_agreement(anna, url, "Bram")
    anna.type(anna.page.locator("[name=words]"), THANKS)
    answer_there(anna, "thank")
    work()
    for somebody, other in ((anna, "Bram"), (bram, "Anna")):
        open_agreement(somebody, url, other)
        expect(somebody.page.locator("#agreement")).to_contain_text(THANKS)


def answer_there(somebody: Hands, what: str) -> None:
    """Press a button of the appointment; with htmx the piece changes, else a page comes."""
    button = somebody.page.locator(f"button[value={what}]")
    somebody.tap(button)
    expect(button).to_have_count(0)
