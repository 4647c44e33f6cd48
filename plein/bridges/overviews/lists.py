"""What there is to choose from on an overview."""

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import override

from plein.bridges.overviews import queries
from plein.bridges.overviews.filters import Filters, Lists
from plein.bridges.overviews.houses import HOUSES, House
from plein.bridges.overviews.sources import sources, sources_of
from plein.foundation.communities.models import Community


def lists_for(community: Community, house: House) -> Lists:
    of_house = sources_of(house.key) if house.key else sources()
    return Lists(
        themes=queries.themes(community.town_id),
        groups=queries.target_groups(community.town_id),
        areas=community.tree.districts(community),
        kinds={_path(source.name): source.kind for source in of_house},
        houses=[] if house.key else [h.key for h in HOUSES if h.key in community.modules],
    )


def kind_chips(filters: Filters, lists: Lists) -> list[tuple[str | Promise, str, bool]]:
    """(word, address, chosen) for each kind; "all" stands first in the template."""
    names = {source.kind: source.name for source in sources()}
    if len(lists.kinds) < 2 or lists.houses:
        return []
    return [
        (names[kind], filters.url(kind=kind, kind_path=path), filters.kind == kind)
        for path, kind in lists.kinds.items()
    ]


def _path(name: str | Promise) -> str:
    """In Dutch, whatever the reader speaks: the address is the same for all."""
    with override("nl"):
        return slugify(str(name))
