"""What a post says in words: all of it for a reader who may, or the little a stranger is told."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Theme
from plein.lib.week import said_exactly, said_roughly
from plein.lib.writing import check
from plein.ui.card import Fact


@dataclass(frozen=True, slots=True)
class Teaser:
    """All that a stranger or an ungreeted member is told of a private post (TRUST-7).

    Pages for them get this and never the post, so a template cannot tell more by mistake.
    """

    kind: str
    title: str
    strip: str
    pictogram: str
    facts: tuple[Fact, ...]
    address: str

    @property
    def is_ask(self) -> bool:
        return self.kind == Post.Kind.ASK


def teaser(post: Post) -> Teaser:
    return Teaser(
        kind=post.kind,
        title=teaser_title(post.kind, post.theme, post.community),
        strip=post.theme.said(post.kind),
        pictogram=post.theme.pictogram,
        facts=public_facts(post),
        address=post.address,
    )


def teaser_title(kind: str, theme: Theme, community: Community) -> str:
    """Theme and wijk, and nothing else."""
    words = theme.said("teaser") if kind == Post.Kind.ASK else ""
    if words:
        return words.replace("{wijk}", community.name)
    if kind == Post.Kind.ASK:
        pattern = _("Somebody in %(place)s is looking for: %(theme)s")
    else:
        pattern = _("Somebody in %(place)s offers: %(theme)s")
    return pattern % {"place": community.name, "theme": theme.name}


def public_facts(post: Post) -> tuple[Fact, ...]:
    return (
        Fact("clock", str(said_roughly(post.when_bits))),
        Fact("map-pin", post.community.name),
    )


def facts(post: Post) -> tuple[Fact, ...]:
    """When, which wijk and who stands for it; never an exact time or place on a card (H1)."""
    return (*public_facts(post), Fact(*stands(post)))


def stands(post: Post) -> tuple[str, str]:
    """Pictogram and words for who stands for it (HELP-2)."""
    match post.stands_for:
        case Post.StandsFor.ORGANISATION:
            words = _("%(name)s (organisation)") % {"name": post.byline}
            return "buildings", words
        case Post.StandsFor.PROFESSIONAL:
            return "identification-badge", post.byline
        case _:
            return "user", _("%(name)s (resident)") % {"name": post.byline}


def too_much() -> str:
    """Many guests wrote from one address, or one guest very much."""
    return _("A lot was written from here just now. Try it again later, or call us.")


def summary(text: str, most: int = 160) -> str:
    """At most two sentences, for a card."""
    words = " ".join(text.split())
    ends = [i + 1 for i, sign in enumerate(words) if sign in ".!?" and words[i + 1 : i + 2] == " "]
    if len(ends) > 1:
        words = words[: ends[1]]
    if len(words) > most:
        words = words[: most - 1].rsplit(" ", 1)[0] + "…"
    return words


def who_reads(
    community: Community, *, audience: str, kind: str, task_class: str, theme: Theme
) -> str:
    """ "Who can read this?", from the settings as they are."""
    if audience == Post.Audience.PUBLIC:
        return _("Everybody who opens this site, also without signing in.")
    names = {"town": community.tree.town.name}
    words = _("Neighbours in %(town)s whom we have met.") % names
    if community.public_tasks_open and task_class == Post.TaskClass.PUBLIC:
        more = _("And because it is in a public place: everybody who opens this site.")
    else:
        more = _("Others read only: “%(teaser)s”.") % {
            "teaser": teaser_title(kind, theme, community)
        }
    return f"{words} {more}"


def hints(answers: dict[str, Any]) -> list[str]:
    """What one may not want to tell everybody: home alone, away, an illness, a number (H1, H7).

    It only warns, each hint once; the writer decides.
    """
    found = check(f"{answers['title']}\n{answers.get('text', '')}")
    return list(dict.fromkeys(str(finding.hint) for finding in found))


def answers_in_words(
    kind: str, answers: dict[str, Any], theme: Theme
) -> list[tuple[str, str, str]]:
    """(step, what, words) for the check page, each with a way back to change it."""
    when = said_exactly(answers["when_bits"])
    if answers.get("again"):
        when = _("%(when)s, more than once") % {"when": when}
    return [
        ("waarmee", _("Theme"), theme.name),
        ("wat", _("Your ask") if kind == Post.Kind.ASK else _("Your offer"), answers["title"]),
        *([("wat", _("More words"), answers["text"])] if answers.get("text") else []),
        ("wanneer", _("When"), when),
        ("waar", _("Where it happens"), str(Post.TaskClass(answers["task_class"]).label)),
    ]
