"""Cards of the newest things, with the eyes of whoever looks (TRUST-7)."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Case, Q, When
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


@dataclass
class Looker:
    """Who looks, where, and at which part; the themes are asked once."""

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

    def rows(self, house: str) -> RowQuerySet:
        """All of the site, or of one part of it and what lies inside."""
        rows = self._on_site(house)
        return rows.filter(area__in=self._inside(self.part)) if self.part else rows

    def shared(self, house: str) -> RowQuerySet:
        """What goes everywhere in the town, as a part that has no site of its own shows it."""
        rows = self._on_site(house)
        if self.part is None or not self.part.takes_down:
            return rows.none()
        elsewhere = ~Q(area__in=self._inside(self.part)) | Q(area=None)
        return rows.filter(elsewhere, reach=Content.Reach.ALL)

    def _on_site(self, house: str) -> RowQuerySet:
        rows: RowQuerySet = Row.objects.in_community(self.community).filter(house=house)
        return rows.not_by(self._blocked)

    def _inside(self, part: Community) -> set[UUID]:
        return self.community.tree.below(part)

    @cached_property
    def _blocked(self) -> set[UUID]:
        return blocked_ids(self.request.member)

    def newest(self, house: str, most: int = HOW_MANY, *kinds: str) -> list[Card]:
        """The newest of one house; what is off is gone."""
        if house not in self.community.modules:
            return []
        found: list[Row] = []
        # What nobody confirmed for long stands below (MAP-3).
        unsure = Case(When(sinks__gt=1, then=1), default=0)
        order = (unsure, "-pk") if house == "directory" else ("-pk",)
        for rows, some in ((self.shared(house), FROM_ELSEWHERE), (self.rows(house), most)):
            fit = rows.filter(kind__in=kinds) if kinds else rows
            found = [*fit.order_by(*order)[: some - len(found)], *found]
        return [card(row, self.reading) for row in found]

    def this_week(self, most: int = HOW_MANY) -> list[Card]:
        """What is on in the next seven days, each thing once, the soonest first."""
        if "agenda" not in self.community.modules:
            return []
        shared = self._soonest(self.shared("agenda"), FROM_ELSEWHERE)
        own = self._soonest(self.rows("agenda"), most - len(shared))
        both = sorted([*own, *shared], key=lambda moment: (moment.starts_at, moment.pk))
        return [self._on_its_day(moment) for moment in both]

    def _soonest(self, rows: RowQuerySet, most: int) -> list[Moment]:
        now = timezone.now()
        member = self.request.member
        may = Q() if member and member.is_greeted else Q(row__audience=Content.Audience.PUBLIC)
        moments = Moment.objects.filter(
            may,
            town=self.community.town_id,
            starts_at__gte=now,
            starts_at__lt=now + A_WEEK,
            row__in=rows.exclude(status="cancelled").values("pk"),
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


def newest_cards(request: PleinRequest, part: Community | None = None) -> list[Card]:
    """Asks and offers of the whole place, or of one part of it and what lies inside."""
    return Looker(request, part).newest("noticeboard")
