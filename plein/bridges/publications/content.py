"""What goes on paper, read with the eyes of a stranger: never a private thing (TRUST-7, H15)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.http import QueryDict

from plein.bridges.overviews import queries
from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.houses import EVERYTHING, House, house_of
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.reading import is_lost, read
from plein.bridges.overviews.times import Times, moments_of
from plein.bridges.publications.models import Wanted
from plein.foundation.communities.models import Community, Content
from plein.foundation.media.models import Picture
from plein.foundation.taxonomy.models import Theme

IN_ADDRESS = re.compile(r"/([0-9a-f-]{36})/\d+\.webp$")


@dataclass(frozen=True)
class Chosen:
    """An overview, as filtered, or one thing; on a site."""

    community: Community
    house: House
    filters: Filters
    thing: UUID | None = None
    lost: bool = False
    """Something that was chosen is not there any more: this would be more than was asked."""

    @cached_property
    def rows(self) -> list[Row]:
        """In the order of the screen."""
        if self.thing:
            found = Row.objects.in_community(self.community).filter(
                pk=self.thing, audience=Content.Audience.PUBLIC, house__in=self.community.modules
            )
            return list(found)
        return queries.everything_public(self.community, self.house.key, self.filters)

    @cached_property
    def moments(self) -> Times:
        """Of each dated thing when it happens in the chosen period, soonest first."""
        keys = [row.pk for row in self.rows]
        chosen = self.filters
        return moments_of(self.community.town_id, keys, chosen.period, chosen.part_of_week)

    @cached_property
    def themes(self) -> dict[str, Theme]:
        return {theme.key: theme for theme in queries.themes(self.community.town_id)}

    @cached_property
    def pictures(self) -> dict[UUID, Picture]:
        """Of each row its picture, unless somebody on it asked to hide it."""
        wanted = {row.pk: key for row in self.rows if (key := _key_in(row.picture))}
        found = in_parts(list(wanted.values()), self.community)
        return {row: found[key] for row, key in wanted.items() if key in found}


def in_parts(keys: Sequence[UUID], community: Community) -> dict[UUID, Picture]:
    found: dict[UUID, Picture] = {}
    for start in range(0, len(keys), 5_000):
        part = Picture.objects.filter(
            town_id=community.town_id, pk__in=keys[start : start + 5_000], hidden_at=None
        )
        found |= {picture.pk: picture for picture in part}
    return found


def chosen(community: Community, house: str, query: str, thing: UUID | None = None) -> Chosen:
    """From what stands in an address. What is on no list is left out."""
    overview = house_of(house) if house else EVERYTHING
    lists = lists_for(community, overview)
    filters = read(QueryDict(query), lists)
    return Chosen(community, overview, filters, thing, lost=is_lost(query, lists))


def chosen_by(wanted: Wanted) -> Chosen:
    community = wanted.community.tree.all[wanted.community_id]
    return chosen(community, wanted.house, wanted.query, wanted.thing)


def _key_in(url: str) -> UUID | None:
    found = IN_ADDRESS.search(url)
    return UUID(found[1]) if found else None
