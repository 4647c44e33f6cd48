"""The shapes of the hand-written texts."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["ask", "offer"]
Stage = Literal["first_message", "talking", "agreed", "done", "thanked", "not_chosen"]
Speaker = Literal["asker", "helper"]


@dataclass(frozen=True)
class PostText:
    """One ask or offer, as a neighbour would write it."""

    theme: str
    kind: Kind
    title: str
    text: str
    language: str
    style: Literal["plain", "chatty", "misspelt", "foreign"]
    target_groups: tuple[str, ...]
    parts: tuple[str, ...]
    days: tuple[str, ...]
    again: bool
    task_class: Literal["public", "door", "inside", "trust"]
    stands_for: Literal["resident", "organisation"]
    organisation: str  # the name of the organisation, when one stands for it
    writer: Literal["anybody", "old", "young"]  # whose mouth the words fit
    audience: Literal["members", "public"]


@dataclass(frozen=True)
class Person:
    """A first name with the languages spoken at that kitchen table."""

    name: str
    roots: str
    age: Literal["old", "middle", "young", "mixed"]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class AboutLine:
    """A sentence for "Over mij", with the themes it promises a talent in."""

    text: str
    language: str
    talents: tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """One message in a conversation."""

    by: Speaker
    text: str


@dataclass(frozen=True)
class Talk:
    """A conversation about the post with title `post`, up to a stage of its life."""

    theme: str
    kind: Kind
    post: str
    stage: Stage
    when: str
    where: str
    thanks: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class OrganisationText:
    """A made-up organisation, in one line."""

    name: str
    line: str
    wijk: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class PlaceText:
    """What the page of a wijk says."""

    key: str
    name: str
    intro: str
    phone: str
    phone_hours: str
    walk_in: str
    meeting_place: str
    streets: tuple[str, ...]


@dataclass(frozen=True)
class TownText:
    """What the page of the town says, and where it lies."""

    key: str
    name: str
    title: str
    intro: str
    phone: str
    phone_hours: str
    walk_in: str
    latitude: float
    longitude: float
    inhabitants: int
