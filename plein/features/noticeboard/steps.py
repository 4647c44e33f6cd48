"""The questions of the wizard and their order; addresses are Dutch, for people see them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models import Draft, Post


@dataclass(frozen=True)
class Step:
    path: str
    answer: str
    """The answer without which one cannot go on."""
    ask: str | Promise
    """The question to somebody who asks."""
    offer: str | Promise
    ask_hint: str | Promise = ""
    offer_hint: str | Promise = ""

    def question(self, kind: str) -> str | Promise:
        return self.ask if kind == Post.Kind.ASK else self.offer

    def hint(self, kind: str) -> str | Promise:
        return self.ask_hint if kind == Post.Kind.ASK else self.offer_hint


STEPS = (
    Step(
        "waarmee",
        "theme",
        _("What do you need help with?"),
        _("What would you like to do?"),
        _("Tap what comes closest."),
        _("Tap what comes closest."),
    ),
    Step(
        "wat",
        "title",
        _("What exactly do you need?"),
        _("What exactly do you offer?"),
        _("Write what you need. You do not have to name your illness."),
        _("One sentence is enough."),
    ),
    Step(
        "wanneer",
        "when_bits",
        _("When does it suit you?"),
        _("When can you?"),
        _("You agree on the exact time together, later."),
        _("You agree on the exact time together, later."),
    ),
    Step(
        "waar",
        "task_class",
        _("Where does it happen?"),
        _("Where does it happen?"),
        _("Your address does not come on the site."),
        _("Your address does not come on the site."),
    ),
    Step("controleer", "", _("Is this right?"), _("Is this right?")),
)
PATHS = [step.path for step in STEPS]
LAST = PATHS[-1]


def step_at(path: str) -> Step | None:
    return next((step for step in STEPS if step.path == path), None)


def url_of(kind: str, path: str) -> str:
    name = "ask" if kind == Post.Kind.ASK else "offer"
    if path == PATHS[0]:
        return reverse(f"noticeboard:{name}")
    return reverse(f"noticeboard:{name}-step", args=[path])


def back_from(kind: str, path: str) -> str:
    """The question before this one; before the first stands the board."""
    at = PATHS.index(path)
    return url_of(kind, PATHS[at - 1]) if at else ""


def first_open(draft: Draft | None) -> str:
    """The first question without an answer."""
    answers = draft.answers if draft else {}
    for step in STEPS[:-1]:
        if answers.get(step.answer) in (None, ""):
            return step.path
    return LAST


def may_come(draft: Draft | None, path: str) -> bool:
    """Back to every question that has an answer, on to the first that has none."""
    return PATHS.index(path) <= PATHS.index(first_open(draft))


def next_of(draft: Draft, path: str) -> str:
    """The question after this one. Nothing is asked twice: what is known is skipped, unless
    somebody walks through it again."""
    return PATHS[min(PATHS.index(path) + 1, PATHS.index(first_open(draft)))]
