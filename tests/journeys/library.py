"""At a matchpoint: somebody without mail asks, gets a slip, and comes back with it."""

from playwright.sync_api import Page

from plein.bridges.matchpoint.actions import make
from plein.foundation.communities.models import RoleName
from plein.testing.cast import give

PIN = "246813"
ASK = "Wie brengt mij naar de markt"
PICTURE = "boot"


def open_day(page: Page, town) -> None:
    give(town.fatima, RoleName.HOST, town.town)
    said = {"name": "de bibliotheek", "walk_in": "Kerkstraat 1", "phone": "0184-555 020"}
    point = make(town.town, pin=PIN, by=town.fatima, paper="slip", **said)
    page.goto(f"{town.url}/matchpunt/openen/{point.key}/")
    page.get_by_label("Pincode").fill(PIN)
    page.get_by_role("button", name="Open de dag").click()
    tap(page, "Fatima", "Verder")


def tap(page: Page, tile: str, button: str) -> None:
    """With JavaScript a tile may go on by itself; without it there is the button."""
    at = page.url
    page.get_by_role("radio", name=tile).first.click(force=True, no_wait_after=True)
    page.wait_for_timeout(700)
    if page.url == at:
        page.get_by_role("button", name=button).last.click()


def ask(page: Page, phone: str = "") -> None:
    page.get_by_role("button", name="Ik wil iets vragen").click()
    tap(page, "Vervoer", "Verder")
    page.get_by_label("In 1 zin").press_sequentially(ASK)
    page.get_by_role("button", name="Verder").click()
    tap(page, "Overdag", "Verder")
    tap(page, "deur", "Verder")
    page.get_by_label("Je naam").press_sequentially("Truus")
    if phone:
        page.locator("[name=phone]").press_sequentially(phone)
    tap(page, "Molenwijk", "Verder")
    page.get_by_role("button", name="Zet het op het prikbord").click()


def take_slip(page: Page) -> str:
    """She chooses a picture and gets a code; the screen is emptied behind her."""
    page.wait_for_url("**/plaatje/")
    tap(page, PICTURE, "Maak mijn bon")
    code = page.locator(".slip__code").inner_text()
    leave(page)
    return code


def leave(page: Page) -> None:
    page.get_by_role("button", name="Klaar. Maak dit scherm leeg").click()
    page.wait_for_url("**/matchpunt/?leeg=*")


def come_back(page: Page, code: str) -> None:
    page.get_by_role("link", name="Ik heb een bon met een code").click()
    page.locator("[name=code]").fill(code)
    tap(page, PICTURE, "Open mijn vraag")
    page.wait_for_url("**/matchpunt/mijn/")
