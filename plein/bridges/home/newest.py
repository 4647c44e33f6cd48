"""Cards of the newest things, with the eyes of whoever looks (TRUST-7)."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading, card
from plein.bridges.overviews.models import Moment, RowQuerySet
from plein.bridges.overviews.wording import said_day
from plein.foundation.communities.models import Community, Content
from plein.foundation.communities.requests import PleinRequest
from plein.ui.card import Card, Fact

HOW_MANY = 6
A_WEEK = timedelta(days=7)


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
        rows = queries.on_site(self.request.member, self.community, house)
        return rows.filter(area__in=self.community.tree.below(self.part)) if self.part else rows

    def newest(self, house: str, most: int = HOW_MANY, *kinds: str) -> list[Card]:
        """The newest of one house; what is off is gone."""
        if house not in self.community.modules:
            return []
        rows = self.rows(house)
        if kinds:
            rows = rows.filter(kind__in=kinds)
        return [card(row, self.reading) for row in rows.order_by("-pk")[:most]]

    def this_week(self, most: int = HOW_MANY) -> list[Card]:
        """What is on in the next seven days, each thing once, the soonest first."""
        if "agenda" not in self.community.modules:
            return []
        now = timezone.now()
        member = self.request.member
        may = Q() if member and member.is_greeted else Q(row__audience=Content.Audience.PUBLIC)
        moments = Moment.objects.filter(
            may,
            town=self.community.town_id,
            starts_at__gte=now,
            starts_at__lt=now + A_WEEK,
            row__in=self.rows("agenda").exclude(status="cancelled").values("pk"),
        )
        found: dict[object, Moment] = {}
        for moment in moments.select_related("row").order_by("starts_at", "id")[: most * 4]:
            found.setdefault(moment.row_id, moment)
        return [self._on_its_day(moment) for moment in list(found.values())[:most]]

    def _on_its_day(self, moment: Moment) -> Card:
        """A card says the hour; here, among other days, the day as well."""
        made = card(moment.row, self.reading, moment=moment)
        day = said_day(timezone.localdate(moment.starts_at))
        return replace(made, facts=(Fact("calendar", day), *made.facts))


def newest_cards(request: PleinRequest, part: Community | None = None) -> list[Card]:
    """Asks and offers of the whole place, or of one part of it and what lies inside."""
    return Looker(request, part).newest("noticeboard")
