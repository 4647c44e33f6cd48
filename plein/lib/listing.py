"""Something that can be found: the shape that joins every app to overviews, search and feeds.

    # features/noticeboard/listings.py
    LISTINGS = [ListingSource(kind="ask", house="noticeboard", change="noticeboard.post", …)]

A listing is read by many people in many languages and kept for long. So words that depend on the
reader's language are kept in every language of the site: `in_all_languages(lambda: …)`.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, override

Words = Mapping[str, str]
"""{language: words}. Dutch is the fallback; what a person wrote stands under "nl" alone."""


@dataclass(frozen=True, slots=True)
class Fact:
    pictogram: str
    words: Words


@dataclass(frozen=True, slots=True)
class Moment:
    """One time at which something happens. An activity on Tuesdays has many of them."""

    starts_at: datetime
    ends_at: datetime | None = None
    all_day: bool = False
    url: str = ""
    """Its own address; empty: that of the listing."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Open every week on this day: 0 is Monday; minutes since midnight, local time."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One thing as it stands now, with all that any reader may know of it."""

    id: UUID
    kind: str
    town: UUID
    community: UUID
    reach: str
    audience: str
    url: str
    title: str
    changed_at: datetime
    summary: str = ""
    byline: str = ""
    author: UUID | None = None
    organisation: UUID | None = None
    area: UUID | None = None
    theme: str = ""
    more_themes: tuple[str, ...] = ()
    """What else it is about; `theme` is the first."""
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    when_bits: int = 0
    picture: str = ""
    picture_alt: str = ""
    facts: tuple[Fact, ...] = ()
    words: str = ""
    """More words to find it by, for those who may read all of it."""
    public_title: Words | None = None
    """What a stranger reads instead of the title; None when everybody may read all (TRUST-7)."""
    public_facts: tuple[Fact, ...] = ()
    public_words: str = ""
    """All by which a stranger can find it."""
    openable: bool = False
    """Private, yet readable before greeting where a community says so (public tasks)."""
    moments: tuple[Moment, ...] = ()
    """When it happens, up to 18 months ahead. Empty: no date ("always something to do")."""
    point: tuple[float, float] | None = None
    """Latitude and longitude of a public place; never of a private person (H7)."""
    more_areas: tuple[UUID, ...] = ()
    """Other wijken where it has a place as well; `area` is the first."""
    more_points: tuple[tuple[float, float], ...] = ()
    """Of its other public places."""
    place: str = ""
    """Name and address of the public place, in words: "Dorpshuis, Kerkstraat 4"."""
    cost: str = ""
    """"free", "paid" or "" when nobody said; the price itself is a fact."""
    access: tuple[str, ...] = ()
    """Keys: wheelchair, hearing-loop, quiet, alone-welcome, lift …"""
    phone: str = ""
    """A function's number, as people dial it. Never a private person's."""
    mail: str = ""
    """A function's address."""
    website: str = ""
    opening: tuple[Opening, ...] = ()
    """When somebody answers there; for "call now"."""
    closed: tuple[date, ...] = ()
    """Days ahead on which these hours do not hold: holidays and pauses."""
    status: str = ""
    """"", "full", "cancelled" or "unsure" (nobody confirmed it for long)."""
    needs_hands: bool = False
    """People are wanted who help with it, not only who come."""
    hands: str = ""
    """What they would do, in the words of who organises it."""
    sinks: int = 0
    """Higher stands lower in its list: 0 confirmed, 1 fading, 2 not confirmed for long (MAP-3)."""
    desk_facts: tuple[Fact, ...] = ()
    """What a desk worker looks for: waiting time, referral needed, lift. Anybody may read them."""
    desk_only: tuple[Fact, ...] = ()
    """Numbers and notes for professionals and connectors only."""


@dataclass(frozen=True, slots=True)
class ListingSource:
    """All listings of one kind of one app."""

    kind: str
    house: str
    change: str
    """What `jobs.changed` calls it."""
    one: Callable[[object], Listing | None]
    """The listing of one id; None when it should not be found (any more)."""
    all: Callable[[UUID], Iterator[Listing]]
    """Every listing of a town."""
    name: str | Promise = ""
    """On the filter: "Asks"."""
    action: str | Promise = ""
    """On the button of the card."""
    card: str = "plain"
    """Colour of the card: ask, offer or plain."""
    action_path: str = ""
    """Added to the address of the thing for the button; empty: the thing itself."""
    action_pictogram: str = "arrow-right"


def in_all_languages(say: Callable[[], str]) -> dict[str, str]:
    """The same words in each language of the site."""
    said = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            said[code] = str(say())
    return said


def in_my_language(words: Words) -> str:
    """For who reads now, else in Dutch."""
    language = (get_language() or "nl").split("-")[0]
    return words.get(language) or words.get("nl") or ""


def fold(words: str) -> str:
    """How words are compared: small letters, without accents."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def folded(parts: Iterable[str]) -> str:
    return fold(" ".join(part for part in parts if part))
