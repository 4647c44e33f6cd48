"""Every form of the site takes odd input: no error page, nothing of it run, nobody lost.

A form that says no says so in a sentence at the field, and what was typed stands there again. The
forms are found by opening every address, so that a new form is tried the day it is made.
"""

import os
import random
from collections.abc import Iterator
from copy import copy

from django.forms import BaseForm
from django.test import Client

from plein.bridges.matchpoint.tests.making import (
    ANSWERS,
    PIN,
    ask_at,
    make_matchpoint,
    open_screen,
    search_at,
    slip_at,
)
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.foundation.care.tests.making import pass_second
from tests.architecture.asked_again import faults, has_read, listening, read_again, refused
from tests.architecture.forms_of_pages import (
    PIECES,
    FoundForm,
    addresses,
    forms_of,
    undone,
    wizard_steps,
)
from tests.architecture.test_fences import CAST, cast

__all__ = ["cast"]

AT_A_SCREEN = [
    *("/matchpunt/wie/", "/matchpunt/", "/matchpunt/plaatje/", "/matchpunt/zoeken/"),
    *("/matchpunt/lijst/", "/matchpunt/terug/", "/matchpunt/terug/kwijt/", "/matchpunt/mijn/"),
    *("/matchpunt/mijn/via/", *(f"/matchpunt/vraag/{step}/" for step in ANSWERS)),
]
STRINGS = int(os.environ.get("PLEIN_ODD_STRINGS", "0"))
ROUNDS = int(os.environ.get("PLEIN_ODD_ROUNDS", "0"))
"""`script/bench forms` says how many, of everybody; the suite tries one, of who sees most."""
ALL = ["nobody", "nadia", "noor", "bram", "fatima", "mila"]
PEOPLE = ALL if ROUNDS else ["nobody", "bram", "mila"]


class Round:
    """What came of sending forms: what is wrong, each thing once, and what was heard of it."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.wrong: dict[tuple[str, str], dict[str, str]] = {}
        self.heard: dict[type, tuple[FoundForm, BaseForm]] = {}
        self.sent = self.refused = self.strings = self.read = 0

    def try_out(self, browser, forms: list[FoundForm], rounds: int) -> None:
        for _ in range(rounds):
            for form in forms:
                self._send(browser, form, form.filled(self.chance))

    def read_strings(self, many: int) -> None:
        """So many for each kind of form that was met, without pages around them."""
        for name, (found, form) in self.heard.items():
            for _ in range(many):
                typed = found.filled(self.chance)
                self.read, self.strings = self.read + 1, self.strings + len(typed)
                for fault in read_again(found, form, typed):
                    self.wrong.setdefault((name.__qualname__, fault), typed)

    def __str__(self) -> str:
        return (
            f"{self.sent} forms sent to pages, {self.refused} refused; {len(self.heard)} kinds of"
            f" forms read {self.read} times more; {self.strings} strings typed"
        )

    def _send(self, browser, form: FoundForm, typed: dict[str, str]) -> None:
        cookies = copy(browser.cookies)
        with undone(), listening() as heard:
            answer = form.sent(browser, typed)
        browser.cookies = cookies
        no = refused(heard, typed)
        for one in heard:
            if has_read(one, typed):
                self.heard.setdefault(type(one), (form, one))
        self.sent, self.strings = self.sent + 1, self.strings + len(typed)
        self.refused += bool(no)
        for fault in faults(form, typed, answer, no):
            self.wrong.setdefault((form.action, fault), typed)


def at_a_screen(cast) -> Iterator[Client]:
    """A shared screen: just opened, with somebody who asks, and with somebody who came back."""
    matchpoint = make_matchpoint(cast.mila)
    locked = Client()
    locked.post(f"/matchpunt/openen/{matchpoint.key}/", {"pin": PIN})
    yield locked
    screen = open_screen(matchpoint, cast.mila)
    yield search_at(screen, "fiets")
    yield ask_at(screen, cast.molenwijk)
    code = slip_at(screen)
    actions.respond(
        Post.objects.filter(author__name="Truus").latest("made_at"), "Ik kom wel.", by=cast.bram
    )
    screen.post("/matchpunt/terug/", {"code": code, "picture": "dog"})
    yield screen


def test_every_form_is_guarded_ends_here_and_asks_again_what_it_refuses(cast, as_member):
    urls, tried = [*addresses(cast), *wizard_steps(cast)], Round()
    for who in PEOPLE:
        with undone():
            browser = as_member(None if who == "nobody" else getattr(cast, who))
            if who == "bram":
                pass_second(browser, cast.bram)  # he has clients; without it that list stays shut
            forms = forms_of(browser, urls)
            assert len([form for form in forms if not form.asks]) >= 3, who
            assert [form for form in forms if form.asks], who
            for form in forms:
                assert form.guarded or form.asks, f"{form.page}: a form without {{% csrf_token %}}"
                assert form.action.startswith(("/", "?", "http://testserver/")), form
                assert not form.action.startswith("//"), form
            tried.try_out(browser, forms, ROUNDS or 1)
    with undone():
        for screen in at_a_screen(cast):
            tried.try_out(screen, forms_of(screen, AT_A_SCREEN), ROUNDS or 1)

        tried.read_strings(STRINGS)

    print(tried)
    assert not tried.wrong
    assert tried.refused > (200 if ROUNDS else 100)
    assert len(tried.heard) > (110 if ROUNDS else 100), "forms that were filled in by somebody"


def test_the_whole_cast_is_tried():
    assert {"nadia", "noor", "fatima", "mila"} <= set(CAST)
    assert len(PIECES) == len(set(PIECES))
