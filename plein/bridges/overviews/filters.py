"""What somebody looks for, as it stands in the address; so that a result can be shared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, TIMES, path_of
from plein.bridges.overviews.nearby import Near
from plein.bridges.overviews.periods import Period
from plein.bridges.overviews.search.light import asked_words
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Listed, TargetGroup, Theme

MOST_WORDS = 6
LONGEST = 2_400
"""Signs of what was chosen, as it stands in an address: 80 signs of any language can be 960."""
Word = str | Promise


@dataclass(frozen=True)
class Lists:
    """What there is to choose from here."""

    themes: Sequence[Theme] = ()
    groups: Sequence[TargetGroup] = ()
    stopped: Sequence[Listed] = ()
    """What nobody can choose any more; what has it keeps it, and so does who asked for it."""
    areas: Sequence[Community] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    """{as it stands in the address: kind}"""
    houses: Sequence[str] = ()
    dated: bool = False
    """Here something happens, so a day or month can be chosen."""


@dataclass(frozen=True)
class Filters:
    kind: str = ""
    words: str = ""
    theme: Theme | None = None
    group: TargetGroup | None = None
    area: Community | None = None
    time: str = ""
    cost: str = ""
    access: tuple[str, ...] = ()
    language: str = ""
    house: str = ""
    near: Near | None = None
    period: Period | None = None
    after: str = ""
    """The last card of the page before: key of a row or moment."""
    public_only: bool = False
    """Only what everybody may read in full; never in the address."""
    kind_path: str = ""

    @cached_property
    def asked(self) -> list[str]:
        """The words that say something, folded."""
        return asked_words(self.words, MOST_WORDS)

    @property
    def part_of_week(self) -> str:
        return TIMES[self.time][1] if self.time else ""

    @property
    def how_many(self) -> int:
        """Behind the fold: without kind, house and period, which have their own chips."""
        return len(list(self._told()))

    @property
    def any(self) -> bool:
        return bool(self.how_many or self.kind or self.house or self.period)

    @property
    def narrow(self) -> bool:
        """With words, or several choices: then the few that fit are looked up, and sorted."""
        choices = (self.kind, self.theme, self.group, self.area, self.time, self.cost)
        return bool(self.asked) or sum(map(bool, (*choices, *self.access, self.language))) > 1

    def query(self) -> dict[str, str | list[str]]:
        """As it stands in the address; what is empty stays away."""
        period = self.period.query() if self.period else {}
        address: dict[str, str | list[str]] = {
            "soort": self.kind_path,
            "zoek": self.words,
            "thema": self.theme.key if self.theme else "",
            "doelgroep": self.group.key if self.group else "",
            "wijk": self.area.slug if self.area else "",
            "tijd": self.time,
            "kosten": path_of(COSTS, self.cost),
            "toegang": [path_of(ACCESS, key) for key in self.access],
            "taal": self.language,
            "blok": self.house,
            "bij": self.near.typed if self.near else "",
            **period,
            "na": self.after,
        }
        return {name: value for name, value in address.items() if value}

    def url(self, **changes: Any) -> str:
        """The address with other choices, from the first page."""
        query = replace(self, **({"after": ""} | changes)).query()
        return f"?{urlencode(query, doseq=True)}" if query else "?"

    def kept(self) -> list[tuple[str, str]]:
        """What has no field in the form and stays when it is sent: kind, house and period."""
        period = self.period.query() if self.period and self.period.name != "dag" else {}
        kept = {"soort": self.kind_path, "blok": self.house, **period}
        return [(name, value) for name, value in kept.items() if value]

    @property
    def in_file(self) -> str:
        """The same question for a file or a booklet: without a page."""
        return urlencode(replace(self, after="").query(), doseq=True)

    @property
    def to_keep(self) -> str:
        """The same for what is made anew later: "this month" is then the month of then."""
        query = replace(self, after="").query()
        if self.period and self.period.is_now:
            query.pop("dag", None)
        return urlencode(query, doseq=True)

    def all_kinds(self) -> str:
        return self.url(kind="", kind_path="")

    def without(self, name: str) -> "Filters":
        """For the counts beside what can be chosen instead."""
        return replace(self, **{name: getattr(Filters(), name)}, after="")

    def chosen(self) -> list[tuple[str, str]]:
        """(words, address without it) for each choice."""
        return [(str(words), url) for words, url in self._told()]

    def _told(self) -> Iterator[tuple[Word, str]]:
        if self.words:
            yield f"“{self.words}”", self.url(words="")
        for name in ("theme", "group", "area"):
            if entry := getattr(self, name):
                yield str(entry), self.url(**{name: None})
        if self.time:
            yield TIMES[self.time][0], self.url(time="")
        if self.cost:
            yield COSTS[path_of(COSTS, self.cost)][0], self.url(cost="")
        for key in self.access:
            rest = tuple(other for other in self.access if other != key)
            yield ACCESS[path_of(ACCESS, key)][0], self.url(access=rest)
        if self.language:
            yield LANGUAGES.get(self.language, self.language), self.url(language="")
        if self.near:
            yield _("Near %(place)s") % {"place": self.near.words}, self.url(near=None)


def key_of(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
