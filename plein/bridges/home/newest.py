"""Cards of the newest things, with the eyes of whoever looks (TRUST-7)."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading, card
from plein.bridges.overviews.models import Moment, Row, RowQuerySet
from plein.bridges.overviews.wording import said_day
from plein.foundation.communities.models import Community, Content
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.requests import PleinRequest
from plein.ui.card import Card, Fact

HOW_MANY = 6
A_WEEK = timedelta(days=7)
FROM_ELSEWHERE = 2
"""On the page of a part: this many of the whole town, after its own."""


@dataclass(frozen=True)
class Wanted:
    """Of which house the newest are asked, how many, and of which kinds; none named is all."""

    house: str
    most: int = HOW_MANY
    kinds: tuple[str, ...] = ()


@dataclass
class Looker:
    """Who looks, where, and at which part. Themes and blocks are asked once."""

    request: PleinRequest
    part: Community | None = None
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        request = self.request
        themes = {theme.key: theme for theme in queries.themes(request.community.town_id)}
        self.reading = Reading(request.member, request.community, themes, house="agenda")

    @property
    def community(self) -> Community:
        return self.request.community

    @cached_property
    def blocked(self) -> set[UUID]:
        return blocked_ids(self.request.member)

    @cached_property
    def _own(self) -> RowQuerySet:
        """All of the site, or of one part of it and what lies inside."""
        return self._on_site.filter(self._inside) if self.part else self._on_site

    @cached_property
    def _shared(self) -> RowQuerySet | None:
        """What goes everywhere in the town, as a part that has no site of its own shows it."""
        if self.part is None or not self.part.takes_down:
            return None
        return self._on_site.filter(~self._inside | Q(area=None), reach=Content.Reach.ALL)

    @cached_property
    def _on_site(self) -> RowQuerySet:
        rows: RowQuerySet = Row.objects.in_community(self.community)
        return rows.not_by(self.blocked)

    @cached_property
    def _inside(self) -> Q:
        """What stands in the part, or has another place there."""
        keys = sorted(self.community.tree.below(self.part)) if self.part else []
        return reduce(or_, (Q(more_areas__contains=key.hex) for key in keys), Q(area__in=keys))

    def newest(self, *wanted: Wanted) -> list[list[Card]]:
        """Cards for each that is wanted, in two questions however many; what is off is gone. On
        the page of a part its own stand first, then some of the whole town."""
        asked = [self._keys_of(at, one) for at, one in enumerate(wanted)]
        keys = [each for some in asked for each in some]
        found: defaultdict[int, list[UUID]] = defaultdict(list)
        for key, place in keys[0].union(*keys[1:], all=True) if keys else ():
            found[place].append(key)
        rows = Row.objects.in_bulk([key for some in found.values() for key in some])
        cards = []
        for at, one in enumerate(wanted):
            own, shared = (
                sorted((rows[key] for key in found[place] if key in rows), key=_place_in(one))
                for place in (2 * at, 2 * at + 1)
            )
            together = [*own[: one.most - len(shared)], *shared]
            cards.append([card(row, self.reading) for row in together])
        return cards

    def _keys_of(self, at: int, one: Wanted) -> list[Any]:
        """(key, place) of the newest: on place 2 * at of its own, on the next of the whole town."""
        if one.house not in self.community.modules:
            return []
        found = []
        places = ((self._own, one.most), (self._shared, FROM_ELSEWHERE))
        for place, (rows, most) in enumerate(places, 2 * at):
            if rows is None:
                continue
            fit = rows.filter(house=one.house, **({"kind__in": one.kinds} if one.kinds else {}))
            first = fit.order_by(*_order_of(one)).values("pk")[:most]
            keys = Row.objects.filter(pk__in=first)
            found.append(keys.values_list("pk", Value(place, IntegerField())))
        return found

    def this_week(self, most: int = HOW_MANY) -> list[Card]:
        """What is on in the next seven days, each thing once, the soonest first."""
        if "agenda" not in self.community.modules:
            return []
        shared = self._soonest(self._shared, FROM_ELSEWHERE)
        own = self._soonest(self._own, most - len(shared))
        both = sorted([*own, *shared], key=lambda moment: (moment.starts_at, moment.pk))
        return [self._on_its_day(moment) for moment in both]

    def _soonest(self, rows: RowQuerySet | None, most: int) -> list[Moment]:
        if rows is None:
            return []
        now = timezone.now()
        member = self.request.member
        may = Q() if member and member.is_greeted else Q(row__audience=Content.Audience.PUBLIC)
        moments = Moment.objects.filter(
            may,
            town=self.community.town_id,
            starts_at__gte=now,
            starts_at__lt=now + A_WEEK,
            row__in=rows.filter(house="agenda").exclude(status="cancelled").values("pk"),
        )
        found: dict[object, Moment] = {}
        for moment in moments.select_related("row").order_by("starts_at", "id")[: most * 4]:
            found.setdefault(moment.row_id, moment)
        return list(found.values())[:most]

    def _on_its_day(self, moment: Moment) -> Card:
        """A card says the hour; here, among other days, the day as well."""
        made = card(moment.row, self.reading, moment=moment)
        day = said_day(timezone.localdate(moment.starts_at))
        return replace(made, facts=(Fact("calendar", day), *made.facts))


def _sinks(one: Wanted) -> bool:
    """What nobody confirmed for long stands below (MAP-3)."""
    return one.house == "directory"


def _order_of(one: Wanted) -> tuple[Any, ...]:
    return (Case(When(sinks__gt=1, then=1), default=0), "-pk") if _sinks(one) else ("-pk",)


def _place_in(one: Wanted) -> Callable[[Row], Any]:
    """The same order, once they are here."""
    return lambda row: (_sinks(one) and row.sinks > 1, -row.pk.int)
