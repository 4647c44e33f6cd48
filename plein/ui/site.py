"""What the base page needs to know about a community. Floors above fill it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise


def phone_link(phone: str) -> str:
    kept = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    return f"tel:{kept}"


@dataclass(frozen=True, slots=True)
class House:
    """One of the houses of the street: a way in, always in the same place and colour."""

    key: str
    name: StrOrPromise
    line: StrOrPromise
    url: str
    pictogram: str
    colour_number: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class Tool:
    """A link in the header that is always visible, with word and pictogram."""

    name: StrOrPromise
    url: str
    pictogram: str
    primary: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    short_name: str = ""
    houses: list[House] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    home_url: str = "/"
    phone: str = ""
    phone_hours: StrOrPromise = ""
    walk_in: StrOrPromise = ""
    call_back_url: str = ""
    """Empty where nobody would call; then `elsewhere_url` says who is there."""
    elsewhere_url: str = ""
    search_url: str = ""
    suggest_url: str = ""
    footer_links: list[Tool] = field(default_factory=list)
    logo_url: str = ""
    colours: dict[str, str] = field(default_factory=dict)
    colours_url: str = ""
    dir: str = ""
    letters: str = ""
    contrast: str = ""
    formal: bool = False

    @property
    def phone_url(self) -> str:
        """The number as a link: digits and a leading plus only."""
        return phone_link(self.phone)
