"""Every form that somebody can meet: found by opening each address and reading its page."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.db import transaction
from django.urls import reverse

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
CHOSEN = {"hidden", "radio", "checkbox", "submit"}
NOT_TYPED = {"csrfmiddlewaretoken"}
GOES_AWAY = {"accounts:sign-out", "communities:leave"}
"""What ends the visit itself; tried last."""


@dataclass(frozen=True)
class FoundForm:
    """One form on a page: where it goes and what can be filled in."""

    page: str
    action: str
    fields: tuple[str, ...]
    guarded: bool
    """It carries the token that no other site knows."""
    offered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of what is chosen or goes along hidden: the values that stand on the page."""

    def filled(self, chance: random.Random) -> dict[str, str]:
        """Each field with one or two nasty pieces. In half of the tries only what is typed: what is
        chosen or hidden then has a value of the page, so that the form comes past its checks."""
        kind = chance.random() < 0.5
        return {
            name: chance.choice(self.offered[name])
            if kind and self.offered.get(name)
            else "".join(chance.choices(PIECES, k=chance.randint(1, 2)))
            for name in self.fields
        }


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found, self.now, self.select = page, [], None, ""

    def handle_starttag(self, tag, attrs):
        seen = dict(attrs)
        if tag == "form" and seen.get("method", "get").lower() == "post":
            self.now = (seen.get("action") or self.page, {})
        elif self.now and tag in ("input", "select", "textarea", "button") and seen.get("name"):
            offered = self.now[1].setdefault(seen["name"], [])
            self.select = seen["name"] if tag == "select" else ""
            if tag == "button" or (tag == "input" and seen.get("type") in CHOSEN):
                offered.append(
                    seen.get("value") or ("on" if seen.get("type") == "checkbox" else "")
                )
        elif self.now and tag == "option" and self.select and seen.get("value"):
            self.now[1][self.select].append(seen["value"])

    def handle_endtag(self, tag):
        if tag == "form" and self.now:
            action, names = self.now
            offered = {name: tuple(values) for name, values in names.items() if values}
            fields = tuple(name for name in names if name not in NOT_TYPED)
            guarded = "csrfmiddlewaretoken" in names
            self.found.append(FoundForm(self.page, action, fields, guarded, offered))
            self.now, self.select = None, ""


def addresses(cast) -> list[str]:
    """Every page of the site, with a real thing where one is needed; the way out last."""
    urls = {name: reverse(name) for name in WITHOUT}
    urls |= {
        name: reverse(name, kwargs=FENCE[name](cast)) for name, _needs in pages() if name in FENCE
    }
    order = sorted(urls, key=lambda name: (name in GOES_AWAY, name))
    return [urls[name] for name in order]


@contextmanager
def undone() -> Iterator[None]:
    """What one person does here is gone for the next; a thing for every page is made once."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    tree._trees.clear()


def forms_on(browser, url: str) -> Iterator[FoundForm]:
    """The forms on one page, as this browser sees it."""
    response = browser.get(url)
    if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
        return
    reader = _Reader(url)
    for form in FORM.findall(response.content.decode()):
        reader.feed(form)
    yield from reader.found
