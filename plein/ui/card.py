"""What a card on the board shows; any app makes one, `ui/card.html` prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

Kind = Literal["ask", "offer", "plain"]
STRIP_PICTOGRAMS: dict[str, str] = {"ask": "hand-waving", "offer": "hand-heart", "plain": "sparkle"}


class Fact(NamedTuple):
    pictogram: str
    words: StrOrPromise


@dataclass(frozen=True, slots=True)
class Card:
    kind: Kind
    strip: StrOrPromise
    title: StrOrPromise
    url: str
    text: StrOrPromise = ""
    facts: tuple[Fact, ...] = ()
    pictogram: str = ""
    picture: str = ""
    picture_alt: str = ""
    action: StrOrPromise = ""
    action_url: str = ""
    action_pictogram: str = "chat-circle-text"
    strip_pictogram: str = ""

    @property
    def mark(self) -> str:
        """The pictogram in the strip: a hand that asks, a hand that gives, or its own."""
        return self.strip_pictogram or STRIP_PICTOGRAMS[self.kind]
