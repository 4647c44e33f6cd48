"""From the address to what somebody looks for. What is on no list is left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, TIMES, Choices
from plein.bridges.overviews.filters import Filters, Lists, key_of
from plein.bridges.overviews.nearby import read_near
from plein.bridges.overviews.periods import Period, read_period
from plein.foundation.taxonomy.models import TargetGroup, Theme


def read(address: Mapping[str, str], lists: Lists) -> Filters:
    """An old or odd address still shows a page."""
    kind_path = address.get("soort", "")
    after = key_of(address.get("na", ""))
    language = address.get("taal", "")
    house = address.get("blok", "")
    time = address.get("tijd", "")
    return Filters(
        kind=lists.kinds.get(kind_path, ""),
        kind_path=kind_path if kind_path in lists.kinds else "",
        words=" ".join(address.get("zoek", "").replace("\0", "").split())[:80],
        theme=_named(_with_stopped(lists.themes, lists, Theme), "key", address.get("thema", "")),
        group=_named(
            _with_stopped(lists.groups, lists, TargetGroup), "key", address.get("doelgroep", "")
        ),
        area=_named(lists.areas, "slug", address.get("wijk", "")),
        time=time if time in TIMES else "",
        cost=_chosen(COSTS, address.get("kosten", "")),
        access=_many(address),
        language=language if language in LANGUAGES else "",
        house=house if house in lists.houses else "",
        near=read_near(address.get("bij", ""), lists.areas),
        period=_period(address) if lists.dated else None,
        after=str(after) if after else "",
    )


def read_query(query: str, lists: Lists) -> Filters:
    """The same from a kept text: "thema=tuin&wijk=centrum"."""
    return read(QueryDict(query.lstrip("?")), lists)


def is_lost(query: str, lists: Lists) -> bool:
    """What was kept names something that is not there any more: without it, it would be wider."""
    address = QueryDict(query.lstrip("?"))
    found = read(address, lists)
    houses = found.house or not lists.houses
    named: dict[str, Any] = {"thema": found.theme, "doelgroep": found.group, "wijk": found.area}
    named |= {"soort": found.kind, "blok": houses}
    return any(address.get(name) and not there for name, there in named.items())


def _with_stopped(entries: Sequence[Any], lists: Lists, kind: type) -> list[Any]:
    return [*entries, *(entry for entry in lists.stopped if isinstance(entry, kind))]


def _period(address: Mapping[str, str]) -> Period | None:
    """A day that was filled in says itself what it is."""
    day = address.get("dag", "")
    name = address.get("wanneer", "") or ("dag" if day else "")
    return read_period(name, day, timezone.localdate())


def _named(entries: Sequence[Any], name: str, value: str) -> Any:
    return next((entry for entry in entries if getattr(entry, name) == value), None)


def _chosen(choices: Choices, path: str) -> str:
    return choices[path][1] if path in choices else ""


def _many(address: Mapping[str, str]) -> tuple[str, ...]:
    """Each box that was ticked, in the order of the list."""
    many = isinstance(address, QueryDict)
    ticked = set(address.getlist("toegang") if many else [address.get("toegang", "")])  # type: ignore[attr-defined]
    return tuple(key for path, (_words, key) in ACCESS.items() if path in ticked)
