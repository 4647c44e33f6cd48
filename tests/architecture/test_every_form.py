"""Every form of the site takes odd input: no error page, nothing of it run, nobody lost.

The forms are found by opening every address, so that a new form is tried the day it is made.
"""

import os
import random

from tests.architecture.forms_of_pages import PIECES, addresses, forms_on, undone
from tests.architecture.test_fences import CAST, cast

__all__ = ["cast"]

PEOPLE = ["nobody", "nadia", "noor", "fatima", "mila"]
ROUNDS = int(os.environ.get("PLEIN_ODD_ROUNDS", "1"))  # script/bench forms: many


def found(browser, urls):
    """Each form once, whatever page it stands on."""
    forms = {}
    for url in urls:
        for form in forms_on(browser, url):
            forms.setdefault((form.action, form.fields), form)
    return list(forms.values())


def try_out(browser, forms, rounds, seed=7):
    chance = random.Random(seed)
    for _ in range(rounds):
        for form in forms:
            typed = form.filled(chance)
            answer = browser.post(form.action, typed)
            assert answer.status_code < 500, (form, typed)
            assert b"<script>alert" not in answer.content, form


def test_every_form_is_guarded_ends_here_and_does_not_fall_over(cast, as_member):
    urls = addresses(cast)
    for who in PEOPLE:
        with undone():
            browser = as_member(None if who == "nobody" else getattr(cast, who))
            forms = found(browser, urls)
            assert len(forms) >= 3, who
            for form in forms:
                assert form.guarded, f"{form.page}: a form without {{% csrf_token %}}"
                assert form.action.startswith(("/", "?", "http://testserver/")), form
                assert not form.action.startswith("//"), form
            try_out(browser, forms, ROUNDS)


def test_the_whole_cast_is_tried():
    assert {"nadia", "noor", "fatima", "mila"} <= set(CAST)
    assert len(PIECES) == len(set(PIECES))
