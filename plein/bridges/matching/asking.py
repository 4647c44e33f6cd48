"""Friendly questions about a text before it goes on the board (DESIGN 1). Nothing is done unasked.

The text says "ik zoek" and it stands among the offers; it says "dinsdagochtend" and no time was
filled in. The writer decides; each question leads to the page where it can be changed.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.bridges.matching.engine.checking import check
from plein.bridges.matching.engine.shapes import Kind, Post, Question
from plein.features.noticeboard.models import Draft
from plein.foundation.proofs.models import Rung, Task
from plein.foundation.proofs.queries import rules_of

SHOWN = 3


@dataclass(frozen=True)
class Asked:
    words: str
    url: str = ""
    button: str = ""


def questions(draft: Draft) -> list[Asked]:
    """At most three, the direction first."""
    answers = draft.answers
    rules = rules_of(draft.community.tree.all[draft.community_id])
    post = Post(
        id=str(draft.pk),
        kind=Kind(draft.kind),
        title=str(answers.get("title", "")),
        text=str(answers.get("text", "")),
        theme=answers.get("theme"),
        when=int(answers.get("when_bits") or 0),
        again=bool(answers.get("again")),
        needs_vog=rules.asked_for(answers.get("task_class") or Task.PUBLIC) == Rung.VOG,
    )
    found = check(post)
    if rules.trust != Rung.VOG:  # then no choice leads there
        found = [each for each in found if each.key != "vog"]
    asked = (_asked(question, draft) for question in found)
    return [each for each in asked if each][:SHOWN]


def _asked(question: Question, draft: Draft) -> Asked | None:
    quoted = {"words": question.words}
    match question.key:
        case "direction":
            return _direction(draft, quoted)
        case "when":
            words = _("You write “%(words)s”. Shall we fill in when you can? Then more fits.")
            return Asked(words % quoted, _step(draft, "wanneer"), _("Fill in when"))
        case "again":
            words = _("You write “%(words)s”. Is it more than once? You can say so.")
            return Asked(words % quoted, _step(draft, "wanneer"), _("Say how often"))
        case "vog" if draft.is_ask:
            words = _(
                "You write “%(words)s”. Choose “With money, keys or body care”, then we look "
                "only for people of whom we saw the certificate (VOG)."
            )
            return Asked(words % quoted, _step(draft, "waar"), _("Change where it happens"))
        case "sale" | "price":
            words = _(
                "You write “%(words)s”. On this board neighbours help each other for nothing."
            )
            return Asked(words % quoted, _step(draft, "wat"), _("Change the text"))
        case "dogs" | "wheelchair" | "smoking" | "women" | "men":
            words = _(
                "You write “%(words)s”. We cannot sort on that. It stays in your text, so "
                "everybody can read it before they answer."
            )
            return Asked(words % quoted)
    return None


def _direction(draft: Draft, quoted: dict[str, str]) -> Asked:
    if draft.is_ask:
        words = _("You write “%(words)s”. It sounds as if you offer something. Is this an ask?")
        return Asked(words % quoted, reverse("noticeboard:offer"), _("I want to offer something"))
    words = _("You write “%(words)s”. It sounds as if you look for help. Is this an offer?")
    return Asked(words % quoted, reverse("noticeboard:ask"), _("I want to ask something"))


def _step(draft: Draft, step: str) -> str:
    return reverse(f"noticeboard:{draft.kind}-step", args=[step])
