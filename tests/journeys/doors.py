"""What happens at the doors: a nurse in between, a connector on the phone, a clock that climbs."""

from contextlib import suppress
from datetime import datetime

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Route, expect

from plein.foundation import jobs
from plein.foundation.care.tests import making
from plein.foundation.communities.models import RoleName
from plein.foundation.jobs import clock
from plein.foundation.outbox.models import Message
from plein.testing.cast import give, make_member
from tests.journeys import story
from tests.journeys.conftest import code_for, work
from tests.journeys.hands import Hands

CLIENT = "Mevrouw Dahlia"
SAID_BY_PHONE = "Tot zaterdag, ik sta klaar."
TAP_SECONDS, LETTER_SECONDS = 2.0, 0.33
"""A tap with looking for it; a letter with one thumb, 36 words a minute (Palin et al. 2019)."""

KEY_SECONDS = 0.23
"""A letter on a keyboard: 52 words a minute (Dhakal et al. 2018)."""
WORDS_A_SECOND = 2.5
"""Of somebody who reads aloud, calmly: 150 words a minute."""
READ_ALOUD = (
    "Ik lees het u voor. Klopt dat? Buren die we ontmoet hebben, mogen dit lezen, met uw voornaam. "
    "Uw nummer blijft bij ons. Is dat goed?"
)


def make_nurse(town):
    """Petra, whose client said yes before: she did it once already."""
    mila = give(make_member("Mila", town.molenwijk), RoleName.MANAGER, town.town)
    agreement = making.make_agreement(mila)
    petra = making.admit(agreement, make_member("Petra", town.molenwijk), mila)
    client = making.make_client(petra, agreement, town.molenwijk, name=CLIENT)
    making.make_mandate(petra, client)
    return petra


def two_codes(nurse: Hands, url: str, petra) -> None:
    """One by mail, one to the phone of work."""
    story.sign_in(nurse, url, petra.account.email)
    nurse.go(f"{url}/clienten/")
    nurse.tap(nurse.page.get_by_role("button", name="Stuur de code"))
    work()
    nurse.type(nurse.page.locator("[name=code]"), code_for("0611112222"))
    nurse.send()
    expect(nurse.page.get_by_role("link", name=CLIENT).first).to_be_visible()


def open_client(nurse: Hands, url: str) -> None:
    nurse.go(f"{url}/clienten/")
    nurse.tap(nurse.page.get_by_role("link", name=CLIENT).first)


def ask_for_client(nurse: Hands, url: str) -> float:
    """The network fails twice; the seconds that one thumb needs."""
    open_client(nurse, url)
    taps, letters, page = nurse.taps, nurse.letters, nurse.page
    nurse.tap(page.get_by_role("link", name="Vraag iets voor deze persoon"))
    nurse.tick("Boodschappen en koken")
    nurse.type(page.locator("[name=title]"), story.ASK)
    nurse.tick("Overdag")
    page.context.set_offline(True)
    press(nurse, "Verder")
    page.context.set_offline(False)
    once_more(nurse)
    expect(page.locator("h1")).to_have_text("Klopt het zo?")
    expect(page.locator("main")).to_contain_text(story.ASK)
    page.route("**/controleer/", answer_is_lost, times=1)
    press(nurse, "Zet het op het prikbord")
    once_more(nurse)
    expect(page.locator("h1")).to_have_text(story.ASK)
    return (nurse.taps - taps) * TAP_SECONDS + (nurse.letters - letters) * LETTER_SECONDS


def note_while_talking(fatima: Hands, url: str) -> float:
    """A new caller on one page, from the first word to the button; the seconds that it takes.

    The caller speaks while the connector types, so only taps, letters and the words that are read
    back count; the connector types on a keyboard.
    """
    page = fatima.page
    fatima.go(f"{url}/telefoon/")
    taps, letters = fatima.taps, fatima.letters
    fatima.type(page.locator("[name=title]"), story.ASK)
    page.locator("[name=theme]").select_option(label="Boodschappen en koken")
    fatima.tick("Overdag")
    fatima.type(page.locator("[name=name]"), "Riet")
    fatima.type(page.locator("[name=phone]"), "0184555123")
    page.locator("[name=home]").select_option(label="Molenwijk")
    fatima.taps += 4  # each list is opened, and one line of it tapped
    for tick in ("read_back", "agreed"):
        fatima.tap(page.locator(f"label:has(input[name={tick}])").first)
    aloud = len(f"{story.ASK} {READ_ALOUD}".split())
    fatima.tap(page.get_by_role("button", name="Zet de vraag op het prikbord"))
    expect(page.locator(".notice--success")).to_contain_text("De vraag staat op het prikbord")
    typed = (fatima.letters - letters) * KEY_SECONDS
    return (fatima.taps - taps) * TAP_SECONDS + typed + aloud / WORDS_A_SECOND


def press(nurse: Hands, button: str) -> None:
    """Nothing comes back: the browser shows its own page about that."""
    nurse.taps += 1
    nurse.page.get_by_role("button", name=button).last.click(no_wait_after=True)
    for _ in range(100):
        with suppress(PlaywrightError):  # while it goes from one page to the other
            if nurse.page.evaluate("location.protocol") == "chrome-error:":
                return
        nurse.page.wait_for_timeout(50)
    raise AssertionError(f"The network did not fail: {nurse.where()}")


def once_more(nurse: Hands) -> None:
    """'Opnieuw laden' on the page of the browser that says there is no network."""
    nurse.taps += 1
    nurse.page.reload()
    nurse.page.wait_for_load_state()


def answer_is_lost(route: Route) -> None:
    """The worst way to fail: we got it, and the phone does not know."""
    route.fetch(max_redirects=0)
    route.abort("connectionreset")


def take_card(nurse: Hands, url: str) -> str:
    open_client(nurse, url)
    nurse.tap(nurse.page.get_by_role("link", name="Kaart om over te nemen"))
    nurse.tap(nurse.page.get_by_role("button", name="Maak de kaart"))
    return nurse.page.locator(".sheet__code").inner_text()


def call_truus(fatima: Hands, url: str) -> None:
    """From the call list: read aloud, a yes and a word for the helper, and done."""
    page = fatima.page
    fatima.go(f"{url}/bellijst/")
    fatima.tap(page.get_by_role("link", name="Truus").first)
    fatima.tap(page.get_by_role("link", name="Het gesprek met Bram"))
    fatima.tap(page.get_by_role("button", name="Truus vraagt of ik het voorlees"))
    expect(page.locator("main")).to_contain_text("pannenkoeken")
    fatima.tap(page.get_by_role("button", name="Truus zegt ja"))
    expect(page.locator("main")).to_contain_text("Ze hebben een afspraak")
    fatima.type(page.locator("[name=text]"), SAID_BY_PHONE)
    fatima.tap(page.get_by_role("button", name="Verstuur dit als antwoord"))
    fatima.tap(page.get_by_role("link", name="Terug naar het telefoontje").first)
    fatima.tap(page.get_by_role("button", name="Gesproken").first)
    work()


def propose(bram: Hands, url: str, name: str) -> None:
    page = bram.page
    story.open_agreement(bram, url, name)
    bram.type(page.locator("[name=when_words]"), "zaterdag om tien uur")
    bram.type(page.locator("[name=place_words]"), "bij de ingang van de bibliotheek")
    story.answer_there(bram, "propose")
    work()


def take_over(anna: Hands, url: str, code: str) -> None:
    """With the card in hand: join, and type its code."""
    page = anna.page
    anna.go(f"{url}/kaart/")
    anna.tap(page.get_by_role("link", name="Ik ben hier nieuw"))
    story.join(anna, "anna@mail.example")
    anna.type(page.locator("[name=code]"), code)
    anna.tap(page.get_by_role("button", name="Het is mijn vraag"))
    expect(page.locator("h1")).to_have_text("Het is nu je eigen vraag")
    work()


def whole_days(until: datetime, most: int = 40) -> None:
    """The clock rings and the worker works, as long as there is something to do."""
    for _ in range(most):
        rang = clock.ring()
        if not jobs.run_pending(strict=True) and not rang:
            return
    raise AssertionError(f"Clock and worker do not come to rest at {until}.")


def mails_to(address: str) -> list[str]:
    return list(Message.objects.filter(address=address).values_list("subject", flat=True))


def tell_it_did_not_work_out(fatima: Hands, url: str) -> None:
    """The connector opens it from the morning page, speaks with the asker, and says so."""
    page = fatima.page
    fatima.go(f"{url}/dagstart/")
    fatima.tap(page.locator("main li").filter(has_text="koken").get_by_role("button").first)
    fatima.tick("Gesproken")
    fatima.tap(page.get_by_role("button", name="Noteer dit"))
    fatima.tap(page.get_by_role("button", name="Het is niet gelukt, sluit de vraag"))
    expect(page.locator("main")).to_contain_text("De vraag is gesloten")
    work()
