"""Every page that can be seen: each address as all sorts of people, and what no address shows.

A page that comes only after a form was sent, or with a code in hand, is a state. The app itself
makes it, in its `tests/states.py`, by the template it shows:

    STATES = {"moderation/thanks.html": lambda cast, as_member: (browser, url, what_is_sent)}

A state gives a browser and an address, and what is sent when it is a form.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from plein.bridges.matchpoint.models import Matchpoint
from plein.bridges.matchpoint.tests.making import make_matchpoint, open_screen
from plein.features.noticeboard.models import Draft
from plein.foundation.care.tests.making import pass_second
from plein.foundation.communities.models import RoleName
from plein.testing.cast import give, make_member
from tests.architecture.forms_of_pages import addresses, undone
from tests.architecture.house import PLEIN, our_apps, room

NOBODY = "nobody"
MEMBERS = ("nadia", "noor", "bram", "fatima", "mila")
BY_SCREEN = ("screen", "at the screen")
PEOPLE = (NOBODY, *MEMBERS, "professional", *BY_SCREEN)
ANSWERS = {"theme": "klussen", "title": "Een lamp ophangen", "when_bits": 0, "task_class": "door"}
MAILS = {"outbox/letter.html"}
UNSEEN = {"outbox/letter.html": "a mail, looked at as one in the tests of plein/foundation/outbox"}
"""What no address and no state shows, with the reason. A new template gets a state instead."""
STEPS = ("wat", "wanneer", "waar", "controleer")


@dataclass(frozen=True)
class View:
    """One page as one person can see it. `opened("ar")` opens it in that language."""

    url: str
    who: str
    browser: Client | None = None
    state: Callable[[], tuple] | None = None
    template: str = ""
    """Of a state: what it is made to show."""

    @contextmanager
    def opened(self, language: str = "nl") -> Iterator[tuple[Client, HttpResponse]]:
        if self.state is None:
            assert self.browser
            yield self.browser, _answer(self.browser, language, self.url)
            return
        with undone():
            browser, url, *sent = self.state()
            yield browser, _answer(browser, language, url, *sent)


def _answer(browser: Client, language: str, url: str, sent: dict | None = None) -> HttpResponse:
    browser.raise_request_exception = False
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return browser.get(url) if sent is None else browser.post(url, sent)


def views(cast: SimpleNamespace, as_member, people=PEOPLE) -> Iterator[View]:
    """Person by person, in a town with something of everything in it."""
    urls = [*addresses(cast), *_steps(cast)]
    for who in people:
        browser = browser_of(who, cast, as_member)
        yield from (View(url, who, browser) for url in urls)


def state_views(cast: SimpleNamespace, as_member) -> Iterator[View]:
    for template, state in states().items():
        yield View(f"/{template}", "a state", None, lambda s=state: s(cast, as_member), template)


def states() -> dict[str, Callable]:
    found = {}
    for config in our_apps():
        if made := room(f"{config.name}.tests", "states"):
            found.update(made.STATES)
    return found


def browser_of(who: str, cast: SimpleNamespace, as_member) -> Client:
    """Bram is also the professional, once his second code is given."""
    if who == NOBODY:
        return as_member(None)
    if who == "professional":
        return pass_second(as_member(cast.bram), cast.bram)
    if who not in BY_SCREEN:
        return as_member(getattr(cast, who))
    point = Matchpoint.objects.filter(town=cast.waterdrecht).first() or make_matchpoint(cast.mila)
    hank = give(make_member(f"Hank {who}", cast.centrum), RoleName.HOST, cast.waterdrecht)
    screen = open_screen(point, hank, as_member(None))
    if who == "at the screen":
        screen.post("/matchpunt/vraag/")
    return screen


def template_of(answer: HttpResponse) -> str:
    """The name of the page that came; nothing when it is no page of ours. Mails come before it."""
    if not answer.get("Content-Type", "").startswith("text/html"):
        return ""
    names = (one.name for one in answer.templates if one.name)
    return next((name for name in names if name not in MAILS), "")


def page_templates() -> set[str]:
    """Names of all templates that are a whole page, and not only the frame of others."""
    names = {}
    for path in PLEIN.rglob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        if "{% extends" in text or "<html" in text:
            names[str(path).split("/templates/", 1)[1]] = text
    frames = {name for name in names for text in names.values() if f'extends "{name}"' in text}
    return set(names) - frames


def _steps(cast: SimpleNamespace) -> list[str]:
    """The wizard half-way."""
    noor = cast.noor
    Draft.objects.create(
        town=noor.town, community=noor.home, member=noor, kind="ask", answers=ANSWERS
    )
    return [f"/prikbord/vragen/{step}/" for step in STEPS]
