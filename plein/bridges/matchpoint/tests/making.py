"""A matchpoint, an open screen and somebody at it, for tests."""

from django.test import Client

from plein.bridges.matchpoint import actions
from plein.bridges.matchpoint.models import Device, Matchpoint
from plein.foundation.communities.models import Member

PIN = "246813"
ANSWERS = {
    "waarmee": {"theme": "boodschappen-koken"},
    "wat": {"title": "Wie haalt brood voor mij", "text": ""},
    "wanneer": {"when": "any"},
    "waar": {"task_class": "door"},
    "naam": {"name": "Truus", "phone": ""},
    "controleer": {"audience": "members"},
}


def make_matchpoint(by: Member, **said) -> Matchpoint:
    values = {
        "name": "de bibliotheek",
        "walk_in": "Kerkstraat 1, elke ochtend",
        "phone": "0184-555 020",
        "paper": "slip",
    }
    return actions.make(by.home.town, pin=PIN, by=by, **values | said)


def open_screen(matchpoint: Matchpoint, host: Member, client: Client | None = None) -> Client:
    """A browser of the library in which the host opened the day."""
    client = client or Client()
    client.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})
    client.post("/matchpunt/wie/", {"host": str(host.pk)})
    return client


def device_of(matchpoint: Matchpoint) -> Device:
    return Device.objects.get(matchpoint=matchpoint)


def ask_at(screen: Client, home=None, **changes) -> Client:
    """Somebody answers all questions."""
    screen.post("/matchpunt/vraag/")
    for step, answers in ANSWERS.items():
        said = answers | changes.get(step, {})
        if step == "naam" and home:
            said |= {"home": str(home.pk)}
        answer = screen.post(f"/matchpunt/vraag/{step}/", said)
        assert answer.status_code == 302, (step, answer.content.decode())
    return screen


def slip_at(screen: Client, picture: str = "dog") -> str:
    """The code that is shown once."""
    return screen.post("/matchpunt/plaatje/", {"picture": picture}).context["code"]


def search_at(screen: Client, words: str) -> Client:
    """Somebody searches together with the host."""
    screen.post("/matchpunt/samen/")
    screen.post("/matchpunt/zoeken/", {"zoek": words})
    return screen
