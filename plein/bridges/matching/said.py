"""Suggestions in words: cards for helpers and askers, and what a stranger may know (TRUST-7)."""

from dataclasses import dataclass, replace
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from plein.bridges.matching.engine import explain
from plein.bridges.matching.engine.shapes import Reason
from plein.bridges.matching.models import Feature, Suggestion
from plein.features.noticeboard import access, wording
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Member

BUSY = "busy"
HOME_AND_TIME = frozenset({"walk", "bike", "further", "when", "beside"})
OF_A_PROFILE = frozenset({"near", "same", "alike", "words", "theme", "once"})
"""Keys of reasons and doubts that tell what stands on no page of another member."""
NEARLY = "nearly"
"""Beside the limits in `Feature.fallen`: how many come in at `Feature.nearly_km`."""
ENOUGH = 3
"""Of fewer people a distance would tell where somebody lives."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One suggestion as this reader may see it. Pages get this and never the rows behind it."""

    pk: object
    kind: str
    title: str
    strip: str
    pictogram: str
    url: str
    text: str
    facts: tuple[object, ...]
    fits: tuple[str, ...]
    doubts: tuple[str, ...]
    address: str
    parts: tuple[tuple[str, float], ...] = ()
    """Every number, for a professional with the ask of a client."""

    @property
    def is_ask(self) -> bool:
        return self.kind == Post.Kind.ASK


def ask_for(row: Suggestion, reader: Member) -> Shown:
    """For the helper. Before greeting: theme, wijk and part of the week, and no reason at all,
    for a reason tells what stands in the text."""
    return _shown(row, row.ask, reader)


def offer_for(row: Suggestion, reader: Member) -> Shown:
    """For the asker; a professional who asks for a client may open every number."""
    assert row.offer  # noqa: S101 - queries give askers only rows with an offer
    shown = _shown(row, row.offer, reader)
    for_client = row.ask.mandate is not None and row.ask.author_id == reader.pk
    return replace(shown, parts=tuple(parts_of(row))) if for_client else shown


def _shown(row: Suggestion, post: Post, reader: Member) -> Shown:
    may_read = access.may_read(post, reader)
    teaser = wording.teaser(post)
    return Shown(
        pk=row.pk,
        kind=post.kind,
        title=post.title if may_read else teaser.title,
        strip=teaser.strip,
        pictogram=teaser.pictogram,
        url=post.get_absolute_url(),
        text=wording.summary(post.text) if may_read else "",
        facts=wording.facts(post) if may_read else teaser.facts,
        fits=reasons(row.reasons) if may_read else (),
        doubts=doubts(row.doubts) if may_read else (),
        address=reverse("noticeboard:respond", args=[post.address]),
    )


def reasons(kept: list[list[object]], *, against: bool = False) -> tuple[str, ...]:
    """What speaks for it, or what to look at, in a few words each."""
    found = []
    for key, values in kept:
        said = explain.say(Reason(str(key), dict(values)), against=against)  # type: ignore[call-overload]
        if said:
            # A part of the week begins a sentence elsewhere; here it stands in the middle of one.
            found.append(said[:1].lower() + said[1:] if key == "when" else said)
    return tuple(found)


def of_somebody(row: Suggestion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What fits and what to look at, beside a name, for a connector (decision record 0013).

    Never how far somebody lives or when they can; and without an offer, which others may read,
    nothing that they wrote in their profile.
    """
    untold = HOME_AND_TIME if row.offer_id else HOME_AND_TIME | OF_A_PROFILE
    for_it = reasons([each for each in row.reasons if each[0] not in untold])
    return for_it, reasons([each for each in row.doubts if each[0] not in untold], against=True)


def of_an_offer(kept: list[list[object]]) -> tuple[str, ...]:
    """Beside the name of who offers: what others may read of the offer."""
    return reasons([each for each in kept if each[0] not in HOME_AND_TIME])


def doubts(kept: list[list[object]]) -> tuple[str, ...]:
    """For helpers and askers: how busy somebody is, is for connectors only."""
    return reasons([each for each in kept if each[0] != BUSY], against=True)


def fallen(counted: dict[str, int]) -> list[str]:
    """Why others fell off, in whole sentences; never who, and nothing about blocks."""
    words = {
        "far": ngettext_lazy(
            "%(number)s person lives too far away.",
            "%(number)s people live too far away.",
            "number",
        ),
        "when": ngettext_lazy(
            "%(number)s person can at other times.",
            "%(number)s people can at other times.",
            "number",
        ),
        "vog": ngettext_lazy(
            "Of %(number)s person we saw no certificate (VOG).",
            "Of %(number)s people we saw no certificate (VOG).",
            "number",
        ),
    }
    return [said % {"number": counted[key]} for key, said in words.items() if counted.get(key)]


def further(feature: Feature | None) -> str:
    """For who helps: what going a little further would bring. Empty when it brings nothing."""
    number = feature.fallen.get(NEARLY, 0) if feature else 0
    if not feature or not feature.nearly_km or not number:
        return ""
    words = ngettext(
        "Do you go about %(km)s kilometres? Then there is %(number)s ask more.",
        "Do you go about %(km)s kilometres? Then there are %(number)s asks more.",
        number,
    )
    return words % {"km": ceil(feature.nearly_km), "number": number}


def nearest_people(feature: Feature | None) -> str:
    """For who asks and for connectors: how far the nearest live who fell off by distance alone."""
    if not feature or not feature.nearly_km or feature.fallen.get(NEARLY, 0) < ENOUGH:
        return ""
    words = _("The nearest three live up to about %(km)s kilometres away.")
    return words % {"km": ceil(feature.nearly_km)}


PARTS = (
    "meaning",
    *("concept", "leaning", "vector", "words", "grams", "theme"),
    *("again", "language", "group", "load", "before"),
)


def parts_of(row: Suggestion) -> list[tuple[str, float]]:
    """The numbers of the score, for connectors, in a fixed order. Not those of where somebody
    lives and when they can: a number tells more than words (decision record 0013)."""
    names = part_names()
    return [(names[key], row.parts[key]) for key in PARTS if key in row.parts]


def part_names() -> dict[str, str]:
    return {
        "meaning": _("Meaning, all together"),
        "concept": _("The same kind of thing"),
        "leaning": _("Words that point the same way"),
        "vector": _("The sense of the whole text"),
        "words": _("The same words"),
        "grams": _("Pieces of words"),
        "theme": _("Theme"),
        "again": _("Once or more often"),
        "language": _("Language"),
        "group": _("Target group"),
        "load": _("How busy somebody is"),
        "before": _("Did something together before"),
    }
