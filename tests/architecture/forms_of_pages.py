"""Every form that somebody can meet: found by opening each address and reading its page."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.db import transaction
from django.urls import Resolver404, resolve, reverse

from plein.features.noticeboard.models import Draft
from plein.foundation.communities import tree
from tests.architecture.test_fences import FENCE, WITHOUT, pages

PIECES = [
    "", " ", "\0", "'", "<script>alert(1)</script>", "{{ 7*7 }}", "{% now %}", "%s%n", "../../etc",
    "a" * 3000, "💩" * 50, "\u202e\u2066om", "\ufeff", "é" * 90, "İI", "ﬃ", "\r\n\r\nX: y", "1e309",
    "-1", "NaN", "null", "undefined", "مرحبا", "'; DROP TABLE x;--", "\ufffd", "\u200b\u200d",
    "\x1b[31m", "http://[::1]", "=1+1", "\n" * 200, "a\tb", "&lt;", "☠️", "\uffff", "ß" * 81,
    "9" * 40, "2026-02-30", "0001-01-01", "9999-12-31", "25:61", "\ud800".encode(
        "utf-8", "replace").decode(), "00000000-0000-0000-0000-000000000000", "on", "٣", "²",
]  # fmt: skip
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
"""A page is read only where it asks something: reading all of it took as long as making it."""
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)"')
A_FEW = 12
"""Pages under one name that only links lead to: the parts of a profile, the steps of a page."""
CHOSEN = {"hidden", "radio", "checkbox", "submit"}
NOT_WORDS = CHOSEN | {"button", "reset", "image", "color", "range", "file", "password"}
"""A file or a password that was refused never comes back in a page: browsers and we forbid it."""
NOT_TYPED = {"csrfmiddlewaretoken"}
ANSWERS = {"theme": "klussen", "title": "Een lamp ophangen", "when_bits": 0, "task_class": "inside"}
STEPS = ("wat", "wanneer", "waar", "controleer")
GOES_AWAY = {"accounts:sign-out", "communities:leave"}
"""What ends the visit itself; tried last."""


@dataclass(frozen=True)
class FoundForm:
    """One form on a page: where it goes and what can be filled in."""

    page: str
    action: str
    method: str
    fields: tuple[str, ...]
    words: tuple[str, ...]
    """Those of the fields in which somebody types."""
    buttons: bool
    """Nothing is filled in: somebody only presses."""
    guarded: bool
    """It carries the token that no other site knows."""
    offered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of what is chosen or goes along hidden: the values that stand on the page."""
    steering: tuple[str, ...] = ()
    """Hidden values and buttons."""
    pressed: tuple[str, ...] = ()
    """Buttons only; the one without a name is empty."""
    longest: dict[str, int] = field(default_factory=dict)
    """How many signs a browser lets somebody type."""

    def filled(self, chance: random.Random) -> dict[str, str]:
        """Each field with one or two nasty pieces, and one button at most. In half of the tries
        only what is typed: what is chosen or hidden then has a value of the page, so that the form
        comes past its checks."""
        kind = chance.random() < 0.5
        pressed = chance.choice(self.pressed or ("",))
        return {
            name: chance.choice(self.offered[name])
            if kind and self.offered.get(name)
            else nasty(chance)
            for name in self.fields
            if name not in self.pressed or name == pressed
        }

    def is_pressed(self, typed: dict[str, str]) -> bool:
        """All that goes along hidden or with a button stands on the page: people can send this."""
        steering = [name for name in self.steering if name in typed]
        return all(typed[name] in self.offered[name] for name in steering)

    def sent(self, browser, typed: dict[str, str]):
        """The answer when this browser sends the form so filled in."""
        return browser.get(self.action, typed) if self.asks else browser.post(self.action, typed)

    @property
    def asks(self) -> bool:
        """It changes nothing: a search, a filter."""
        return self.method == "get"


def nasty(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, 2)))


class _Form:
    """What was read so far of one form."""

    def __init__(self, page: str, seen: dict[str, str | None]) -> None:
        self.page, self.action = page, seen.get("action") or page
        self.method = (seen.get("method") or "get").lower()
        self.names: dict[str, list[str]] = {}
        self.kinds: dict[str, set[str]] = {}
        self.longest: dict[str, int] = {}

    def note(self, kind: str, seen: dict[str, str | None]) -> None:
        name = seen["name"]
        offered = self.names.setdefault(name, [])
        self.kinds.setdefault(name, set()).add(kind)
        if kind in CHOSEN:
            offered.append(seen.get("value") or ("on" if kind == "checkbox" else ""))
        if seen.get("maxlength"):
            self.longest[name] = int(seen["maxlength"])

    def _of(self, *kinds: str) -> tuple[str, ...]:
        return tuple(n for n in self.names if n not in NOT_TYPED and self.kinds[n] & set(kinds))

    def read(self) -> FoundForm:
        fields = tuple(name for name in self.names if name not in NOT_TYPED and name)
        return FoundForm(
            page=self.page,
            action=self.action,
            method=self.method,
            fields=fields,
            words=self._of("words"),
            buttons=set(self._of("hidden", "submit")) - {""} == set(fields),
            guarded=bool(set(self.names) & NOT_TYPED),
            offered={name: tuple(values) for name, values in self.names.items() if values},
            steering=tuple(name for name in self._of("hidden", "submit") if name),
            pressed=tuple(n for n in self.names if self.kinds[n] == {"submit"}),
            longest=self.longest,
        )


class Reader(HTMLParser):
    """The forms of a page, and what stands in each field in which somebody types."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found, self.now = page, [], None
        self.select, self.area = "", ""
        self.typed: dict[str, list[str]] = {}

    def handle_starttag(self, tag, attrs):
        seen = dict(attrs)
        if tag == "form":
            self.now = _Form(self.page, seen)
        elif self.now and tag == "button" and not seen.get("name"):
            self.now.names.setdefault("", [])
            self.now.kinds.setdefault("", {"submit"})
        elif self.now and tag in ("input", "select", "textarea", "button") and seen.get("name"):
            self._field(tag, seen["name"], seen)
        elif self.now and tag == "option" and self.select and seen.get("value"):
            self.now.names[self.select].append(seen["value"])

    def _field(self, tag, name, seen):
        kind = kind_of(tag, seen.get("type") or "text")
        self.now.note(kind, seen)
        self.select = name if tag == "select" else ""
        if kind == "words":
            self.typed.setdefault(name, []).append(seen.get("value") or "")
            self.area = name if tag == "textarea" else ""

    def handle_data(self, data):
        if self.area:
            self.typed[self.area][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = ""
        if tag == "form" and self.now:
            self.found.append(self.now.read())
            self.now, self.select = None, ""


def kind_of(tag: str, kind: str) -> str:
    if tag == "input" and kind not in NOT_WORDS:
        return "words"
    return {"textarea": "words", "button": "submit", "select": "select"}.get(tag, kind)


def addresses(cast) -> list[str]:
    """Every page of the site, with a real thing where one is needed; the way out last."""
    urls = {name: reverse(name) for name in WITHOUT}
    urls |= {
        name: reverse(name, kwargs=FENCE[name](cast)) for name, _needs in pages() if name in FENCE
    }
    order = sorted(urls, key=lambda name: (name in GOES_AWAY, name))
    return [urls[name] for name in order]


def wizard_steps(cast) -> list[str]:
    """The wizard half-way."""
    noor = cast.noor
    Draft.objects.create(
        town=noor.town, community=noor.home, member=noor, kind="ask", answers=ANSWERS
    )
    return [f"/prikbord/vragen/{step}/" for step in STEPS]


@contextmanager
def undone() -> Iterator[None]:
    """What one person does here is gone for the next; a thing for every page is made once."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    tree._trees.clear()


def forms_of(browser, urls: list[str]) -> list[FoundForm]:
    """Each form once, whatever page it stands on; also on pages that only a link leads to."""
    forms: dict[tuple, FoundForm] = {}
    seen = {_name(url) for url in urls}
    linked: dict[str, list[str]] = {}
    for url in urls:
        html = page_of(browser, url)
        for form in read(html, url).found:
            forms.setdefault((form.action, form.fields), form)
        for link in dict.fromkeys(LINK.findall(html)):
            linked.setdefault(_name(link), []).append(link)
    for url in _further(linked, seen):
        for form in read(page_of(browser, url), url).found:
            forms.setdefault((form.action, form.fields), form)
    return list(forms.values())


def _further(linked: dict[str, list[str]], seen: set[str]) -> list[str]:
    new = {name: links for name, links in linked.items() if name and name not in seen}
    return [url for links in new.values() for url in dict.fromkeys(links[:A_FEW])]


def _name(url: str) -> str:
    """Which page this is; nothing when it is not ours."""
    try:
        return resolve(url.split("?")[0]).view_name
    except Resolver404:
        return ""


def page_of(browser, url: str) -> str:
    """What this browser sees there; nothing when there is no page for it."""
    response = browser.get(url)
    is_page = response.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if response.status_code == 200 and is_page else ""


def read(html: str, url: str) -> Reader:
    reader = Reader(url)
    for form in FORM.findall(html):
        reader.feed(form)
    return reader
