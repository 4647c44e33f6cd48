"""What somebody looks for, as it stands in the address; so that a result can be shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib import week
from plein.lib.listing import fold

TIMES = {
    "overdag": (_("In the daytime"), week.DAYTIME),
    "avond": (_("In the evening"), week.EVENINGS),
    "weekend": (_("At the weekend"), week.WEEKEND),
}
KINDS = {"vragen": "ask", "aanbod": "offer"}
"""What stands in the address for each kind."""
MOST_WORDS = 6


@dataclass(frozen=True)
class Lists:
    """What there is to choose from here."""

    themes: Sequence[Theme] = ()
    groups: Sequence[TargetGroup] = ()
    areas: Sequence[Community] = ()
    kinds: Sequence[str] = ()


@dataclass(frozen=True)
class Filters:
    kind: str = ""
    words: str = ""
    theme: Theme | None = None
    group: TargetGroup | None = None
    area: Community | None = None
    time: str = ""
    after: UUID | None = None
    folded: tuple[str, ...] = field(default=())

    @property
    def mask(self) -> int:
        return TIMES[self.time][1] if self.time else 0

    @property
    def how_many(self) -> int:
        """Behind the fold: without the kind, which has its own chips."""
        return sum(map(bool, (self.words, self.theme, self.group, self.area, self.time)))

    def query(self) -> dict[str, str]:
        """As it stands in the address; what is empty stays away."""
        address = {
            "soort": next((path for path, kind in KINDS.items() if kind == self.kind), self.kind),
            "zoek": self.words,
            "thema": self.theme.key if self.theme else "",
            "doelgroep": self.group.key if self.group else "",
            "wijk": self.area.slug if self.area else "",
            "tijd": self.time,
            "na": str(self.after) if self.after else "",
        }
        return {name: value for name, value in address.items() if value}

    def url(self, **changes: Any) -> str:
        """The address with other choices, from the first page."""
        query = replace(self, **({"after": None} | changes)).query()
        return f"?{urlencode(query)}" if query else "?"

    def all_kinds(self) -> str:
        return self.url(kind="")

    def chosen(self) -> list[tuple[str, str]]:
        """(words, address without it) for each choice."""
        told: list[tuple[object, str]] = [
            (f"“{self.words}”" if self.words else "", self.url(words="", folded=())),
            (self.theme or "", self.url(theme=None)),
            (self.group or "", self.url(group=None)),
            (self.area or "", self.url(area=None)),
            (TIMES[self.time][0] if self.time else "", self.url(time="")),
        ]
        return [(str(words), url) for words, url in told if words]


def read(address: Mapping[str, str], lists: Lists) -> Filters:
    """What is not on a list is left out: an old or odd address still shows a page."""
    words = " ".join(address.get("zoek", "").replace("\0", "").split())[:80]
    kind = KINDS.get(address.get("soort", ""), address.get("soort", ""))
    time = address.get("tijd", "")
    return Filters(
        kind=kind if kind in lists.kinds else "",
        words=words,
        folded=tuple(fold(words).split()[:MOST_WORDS]),
        theme=_named(lists.themes, "key", address.get("thema", "")),
        group=_named(lists.groups, "key", address.get("doelgroep", "")),
        area=_named(lists.areas, "slug", address.get("wijk", "")),
        time=time if time in TIMES else "",
        after=_key(address.get("na", "")),
    )


def _named(entries: Sequence[Any], name: str, value: str) -> Any:
    return next((entry for entry in entries if getattr(entry, name) == value), None)


def _key(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
