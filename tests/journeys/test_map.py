"""The map of an overview in a real browser: pins, clusters, wijken, near by, by keyboard.

No picture under the map ever comes: it must do without.
"""

import re

import pytest
from playwright.sync_api import expect

from plein.bridges.overviews.tests.listings_made import made
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community
from plein.foundation.places.models import Area, Postcode
from tests.journeys.hands import Hands, Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESKTOP = {"width": 1280, "height": 900}
NEAR_EACH_OTHER = ("Voedselbank", "Taalhuis", "Buurtkamer")
MAP = "/organisaties/?weergave=kaart"


def drawn(part, lat, lon):
    """A wijk of about a kilometre, with this in its middle."""
    ring = [[lon - 0.01, lat - 0.006], [lon + 0.01, lat - 0.006], [lon + 0.01, lat + 0.006]]
    ring += [[lon - 0.01, lat + 0.006], ring[0]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    code = part.slug[:10]
    part.area = Area.objects.create(code=code, name=part.name, outline=outline, lat=lat, lon=lon)
    part.save(update_fields=["area"])


@pytest.fixture
def mapped(town):
    """Three houses beside each other in Molenwijk, and one far off in Centrum."""
    centrum = Community.objects.get(slug="centrum")
    drawn(town.molenwijk, 51.850, 4.850)
    drawn(centrum, 51.880, 4.900)
    Postcode.objects.create(code="4291AB", lat=51.880, lon=4.900)
    for number, title in enumerate(NEAR_EACH_OTHER):
        made(town.molenwijk, title, point=(51.850 + number / 10_000, 4.850), place="Molenpark 1")
    made(centrum, "Bibliotheek", point=(51.881, 4.901), place="Kerkstraat 4")
    tree.changed(town.town.pk)
    return town


@pytest.fixture
def opened(mapped, window):
    """`opened(Keyboard)`: the map in a browser that hears of nothing but this site."""

    def open_it(hands=Hands, path=MAP, viewport=None):
        context = window(viewport=viewport)
        page = context.new_page()
        page.route(re.compile(r"^https://"), lambda route: route.abort())
        somebody = hands(page)
        somebody.go(mapped.url + path)
        expect(page.locator(".map .pin, .map .pins").first).to_be_visible()
        return somebody

    return open_it


@pytest.mark.parametrize("viewport", [None, DESKTOP], ids=["phone", "desktop"])
def test_places_beside_each_other_are_one_number_that_opens(opened, viewport):
    anna = opened(viewport=viewport)
    cluster = anna.page.locator(".map .pins")
    expect(cluster).to_have_text(["3"])
    expect(anna.page.locator(".map .pin")).to_have_count(1)

    anna.tap(cluster)

    for title in NEAR_EACH_OTHER:
        expect(anna.page.locator(f".map .pin[title={title}]")).to_be_visible()


def test_a_pin_leads_to_what_it_stands_for(opened):
    anna = opened()

    anna.tap(anna.page.locator(".map .pin[title=Bibliotheek]"))

    link = anna.page.locator(".map .leaflet-popup-content a")
    expect(link).to_have_text("Bibliotheek")
    assert re.fullmatch(r"/ding/[^/]+/", link.get_attribute("href"))


def test_a_wijk_is_drawn_with_how_much_there_is_and_leads_to_it(opened):
    anna = opened(viewport=DESKTOP)
    outlines = anna.page.locator(".map path.district")
    expect(outlines).to_have_count(2)

    outlines.first.dispatch_event("click")
    link = anna.page.locator(".map .leaflet-popup-content a")
    expect(link).to_have_text("Centrum (1)")
    anna.tap(link)

    expect(anna.page).to_have_url(re.compile("wijk=centrum"))
    expect(anna.page.locator(".map .pin")).to_have_count(1)
    expect(anna.page.locator(".map .pins")).to_have_count(0)


def test_without_the_pictures_under_it_the_map_says_so_and_works(opened):
    anna = opened()

    expect(anna.page.locator("#map-status")).to_contain_text("komt nu niet")
    expect(anna.page.locator(".map .pin")).to_have_count(1)


@pytest.mark.parametrize(
    ("typed", "first"), [("4291 AB", "Bibliotheek"), ("centrum", "Bibliotheek")]
)
def test_near_a_typed_postcode_or_wijk_comes_first_and_in_view(opened, typed, first):
    anna = opened()
    anna.tap(anna.page.locator("summary", has_text="Zoek en kies"))
    anna.type(anna.page.locator("#search-near"), typed)
    anna.tap(anna.page.locator("main form[role=search] button").first)

    expect(anna.page).to_have_url(re.compile("bij="))
    expect(anna.page.locator("main .overview-list li a").first).to_contain_text(first)
    expect(anna.page.locator(f".map .pin[title={first}]")).to_be_in_viewport()


def test_with_a_keyboard_only_every_pin_is_reached_and_opened(opened):
    anna = opened(Keyboard, viewport=DESKTOP)

    anna.tap(anna.page.locator(".map .pins"))
    anna.tap(anna.page.locator(".map .pin[title=Taalhuis]"))

    link = anna.page.locator(".map .leaflet-popup-content a")
    expect(link).to_have_text("Taalhuis")
    anna.tap(link)
    expect(anna.page).to_have_url(re.compile("/ding/"))


def test_with_a_keyboard_only_a_wijk_is_chosen_beside_the_map(opened):
    anna = opened(Keyboard, viewport=DESKTOP)

    anna.tap(anna.page.locator(".chips a", has_text="Centrum (1)"))

    expect(anna.page).to_have_url(re.compile("wijk=centrum"))


def test_what_stands_on_the_map_stands_in_the_list_without_javascript(mapped, window):
    page = window(javascript=False).new_page()
    page.goto(mapped.url + MAP)

    for title in (*NEAR_EACH_OTHER, "Bibliotheek"):
        expect(page.locator("main")).to_contain_text(title)
