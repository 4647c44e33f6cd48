"""What a card on the board shows; any app makes one, `ui/card.html` prints it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["ask", "offer", "plain"]
STRIP_PICTOGRAMS: dict[str, str] = {"ask": "hand-waving", "offer": "hand-heart", "plain": "sparkle"}


class Fact(NamedTuple):
    pictogram: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    kind: Kind
    strip: str
    title: str
    url: str
    text: str = ""
    facts: tuple[Fact, ...] = ()
    pictogram: str = ""
    picture: str = ""
    picture_alt: str = ""
    action: str = ""
    action_url: str = ""
    action_pictogram: str = "chat-circle-text"

    @property
    def strip_pictogram(self) -> str:
        return STRIP_PICTOGRAMS[self.kind]
