"""Who may use the desk, and what may lie in a basket."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404

from plein.bridges.overviews.filters import key_of
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.queries import rows_of
from plein.foundation.communities.models import Community, Content

MOST_IN_BASKET = 20


def basket(community: Community, keys: Iterable[str]) -> list[Row]:
    """Public things of this place, in the order in which they were chosen."""
    wanted = list(dict.fromkeys(key for text in keys if (key := key_of(text))))[:MOST_IN_BASKET]
    here = (
        Row.objects.in_community(community)
        .filter(pk__in=wanted, house__in=community.modules)
        .filter(audience=Content.Audience.PUBLIC)
    )
    there: set[UUID] = set(here.values_list("pk", flat=True))
    return rows_of(community.town_id, [key for key in wanted if key in there])


def something(rows: list[Row]) -> list[Row]:
    if not rows:
        raise Http404
    return rows
