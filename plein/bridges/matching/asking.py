"""Friendly questions about a text before it goes on the board (DESIGN 1). Nothing is done unasked.

The text says "ik zoek" and it stands among the offers; it says "dinsdagochtend" and no time was
filled in. The writer decides; each question leads to the page where it can be changed.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.bridges.matching.engine.checking import check
from plein.bridges.matching.engine.shapes import Kind, Post, Question
from plein.bridges.matching.subjects import KM
from plein.features.noticeboard.models import Draft
from plein.foundation.proofs.models import Rung, Task
from plein.foundation.proofs.queries import rules_of

SHOWN = 3
FILLS = {"when": "when_bits", "again": "again"}
"""Questions of which the text says the answer, and where the wizard keeps it."""


@dataclass(frozen=True)
class Asked:
    """`url` leads to a page; `does` is what one tap does here instead (`turn`, `fill`)."""

    words: str
    url: str = ""
    button: str = ""
    does: str = ""
    key: str = ""


def questions(draft: Draft) -> list[Asked]:
    """At most three, the direction first."""
    asked = (_asked(question, draft) for question in _found(draft))
    return [each for each in asked if each][:SHOWN]


def _found(draft: Draft) -> list[Question]:
    answers = draft.answers
    rules = rules_of(draft.community.tree.all[draft.community_id])
    goes = KM[draft.member.how_far] if draft.member else None
    post = Post(
        id=str(draft.pk),
        kind=Kind(draft.kind),
        title=str(answers.get("title", "")),
        text=str(answers.get("text", "")),
        theme=answers.get("theme"),
        when=int(answers.get("when_bits") or 0),
        again=bool(answers.get("again")),
        limit_km=goes,
        needs_vog=rules.asked_for(answers.get("task_class") or Task.PUBLIC) == Rung.VOG,
    )
    found = check(post)
    if rules.trust != Rung.VOG:  # then no choice leads there
        found = [each for each in found if each.key != "vog"]
    return found


def _asked(question: Question, draft: Draft) -> Asked | None:
    quoted = {"words": question.words}
    match question.key:
        case "direction":
            return _direction(quoted, is_ask=draft.is_ask)
        case "when":
            words = _("You write “%(words)s”. Shall we fill in when you can? Then more fits.")
            return Asked(words % quoted, does="fill", key="when", button=_("Yes, fill that in"))
        case "again":
            words = _("You write “%(words)s”. Is it more than once? You can say so.")
            return Asked(words % quoted, does="fill", key="again", button=_("Yes, more than once"))
        case "vog" if draft.is_ask:
            words = _(
                "You write “%(words)s”. Choose “With money, keys or body care”, then we look "
                "only for people of whom we saw the certificate (VOG)."
            )
            return Asked(words % quoted, _step(draft, "waar"), _("Change where it happens"))
        case "distance" if not draft.is_ask:
            words = _(
                "You write “%(words)s”. Say in your profile how far you go, then nobody asks you "
                "who lives further away."
            )
            url = reverse("communities:profile-part", args=["hoe-ver"]) if draft.member_id else ""
            return Asked(words % quoted, url, _("Say how far I go"))
        case "sale" | "price":
            words = _(
                "You write “%(words)s”. On this board neighbours help each other for nothing."
            )
            return Asked(words % quoted, _step(draft, "wat"), _("Change the text"))
        case "remote" | "dogs" | "wheelchair" | "smoking" | "women" | "men":
            words = _(
                "You write “%(words)s”. We cannot sort on that. It stays in your text, so "
                "everybody can read it before they answer."
            )
            return Asked(words % quoted)
    return None


def _direction(quoted: dict[str, str], *, is_ask: bool) -> Asked:
    if is_ask:
        words = _("You write “%(words)s”. It sounds as if you offer something. Is this an ask?")
        button = _("I want to offer this")
    else:
        words = _("You write “%(words)s”. It sounds as if you look for help. Is this an offer?")
        button = _("I want to ask this")
    return Asked(words % quoted, button=button, does="turn")


def filled(draft: Draft, key: str) -> dict[str, Any]:
    """The answers that one tap fills in, read again in the text as it is now; {} for nothing."""
    for question in _found(draft):
        if question.key == key and key in FILLS and question.value:
            return {FILLS[key]: question.value}
    return {}


def _step(draft: Draft, step: str) -> str:
    return reverse(f"noticeboard:{draft.kind}-step", args=[step])
