"""Gathers every page for `script/bench pages`: what came, and all that a browser asks for with it.

Pages are kept as files, so that several browsers can look at them at once without a site. Two
towns: one with something of everything, where each address is opened by all sorts of people, and
a filled one, where pages are long. PLEIN_PAGES names the folder.
"""

import base64
import html
import json
import os
import re
from itertools import chain, count
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.architecture.shown_pages import (
    UNSEEN,
    View,
    page_templates,
    state_views,
    template_of,
    views,
)
from tests.architecture.test_fences import cast
from tests.journeys.filled import TRIAL, fill_small
from tests.journeys.looking import signed_in
from tests.journeys.pages import looks

__all__ = ["cast"]

LANGUAGES = ("nl", TRIAL[0])
TAG = re.compile(r"<\w[^>]*>")
CLASS = re.compile(r"<(\w+)[^>]*?\sclass=\"([^\"]*)\"")
FETCHED = re.compile(r"\ssrc=\"(/[^\"]+)\"|<link[^>]*rel=\"stylesheet\"[^>]*href=\"(/[^\"]+)\"")
PIECE = re.compile(r"data-hx-get=\"(/[^\"]*)\"")
AT_ONCE = re.compile(r"data-hx-trigger=\"(?:load|revealed)")
AS_HTMX = {"HX-Request": "true"}


@pytest.fixture
def folder() -> Path:
    return Path(os.environ["PLEIN_PAGES"])


class Keeper:
    """Writes pages to the folder, each as a file of its own."""

    def __init__(self, folder: Path, world: str) -> None:
        self.folder, self.world, self.numbers = folder, world, count(1)
        self.shapes: dict[str, set] = {}
        self.places: set[tuple[str, str]] = set()

    def look_at(self, name: str, view: View) -> str:
        """The page as it is, when it shows something that was not kept before."""
        with view.opened() as (browser, answer):
            template = template_of(answer)
            if not template or not self._is_new(template, view, answer):
                return template
            said = {"nl": self._came(browser, view.url, answer)}
        with view.opened(TRIAL[0]) as (browser, answer):
            said[TRIAL[0]] = self._came(browser, view.url, answer)
        about = {"name": name, "world": self.world, "who": view.who, "url": view.url}
        number = f"{self.world}-{next(self.numbers):04}"
        kept = about | {"number": number, "template": template, "came": said}
        (self.folder / f"{number}.json").write_text(json.dumps(kept), encoding="utf-8")
        return template

    def _is_new(self, template: str, view: View, answer) -> bool:
        """Once at each address, and again when somebody sees parts on it that others do not."""
        shape = set(CLASS.findall(answer.content.decode())) | {("", template)}
        fresh = shape - self.shapes.setdefault(template, set())
        place = (template, view.url if answer.status_code == 200 else "")
        if not fresh and place in self.places:
            return False
        self.shapes[template] |= shape
        self.places.add(place)
        return True

    def _came(self, browser: Client, url: str, answer) -> dict[str, list[str]]:
        """The page under its own address, and each picture, style and piece under theirs."""
        found = {"": _as_text(answer)}
        waiting = _asked_for(answer.content.decode())
        while waiting:
            wanted, piece = waiting.pop()
            if wanted in found or wanted.startswith("/static/"):
                continue
            came = browser.get(wanted, headers=AS_HTMX if piece else None)
            if came.status_code == 200:
                found[wanted] = _as_text(came)
                waiting += _asked_for(came.content.decode()) if piece else []
        return found


def _asked_for(page: str) -> list[tuple[str, bool]]:
    """What a browser fetches by itself: (address, is it a piece of the page)."""
    plain = [(one or other, False) for one, other in FETCHED.findall(page)]
    asks = [tag for tag in TAG.findall(page) if AT_ONCE.search(tag)]
    pieces = [(found[1], True) for tag in asks if (found := PIECE.search(tag))]
    return [(html.unescape(url), piece) for url, piece in plain + pieces]


def _as_text(answer) -> list[str]:
    body = b"".join(answer) if answer.streaming else answer.content
    return [answer.get("Content-Type", ""), base64.b64encode(body).decode()]


def _note_static(folder: Path) -> None:
    """Where style sheets, scripts and letters are; browsers get them as they are now."""
    found = (path for each in finders.get_finders() for path, _storage in each.list([]))
    files = {str(path): finders.find(path) for path in found}
    (folder / "static.json").write_text(json.dumps(files), encoding="utf-8")


@pytest.mark.django_db
def test_gather_each_address(cast, as_member, settings, folder):
    settings.LANGUAGES = [*settings.LANGUAGES, TRIAL]
    _note_static(folder)
    keeper, shown_at, wrong = Keeper(folder, "address"), set(), {}
    for view in chain(views(cast, as_member), state_views(cast, as_member)):
        shown = keeper.look_at(view.template or view.url, view)
        shown_at.add(shown)
        if view.template and shown != view.template:
            wrong[view.template] = shown
    assert not wrong, "A state shows another page than it says."
    assert page_templates() - shown_at - set(UNSEEN) == set(), "Nobody looks at these: add a state."


@pytest.mark.django_db(transaction=True)
def test_gather_a_filled_town(transactional_db, monkeypatch, settings, tmp_path, folder):
    places = fill_small(monkeypatch, settings, tmp_path)
    keeper, browsers, shut = Keeper(folder, "town"), {}, []
    for look in looks(places):
        if look.who not in browsers:
            browsers[look.who] = signed_in(look.who)
        view = View(look.path, look.who, browsers[look.who])
        if not keeper.look_at(look.name, view):
            shut.append(f"{look.name}: {look.path} shows no page")
    assert not shut
