"""What there is to choose from on an overview."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from plein.bridges.overviews import queries
from plein.bridges.overviews.filters import Filters, Lists
from plein.bridges.overviews.houses import HOUSES, House
from plein.bridges.overviews.periods import NAMES, period
from plein.bridges.overviews.sources import sources, sources_of
from plein.foundation.communities.models import Community


def lists_for(community: Community, house: House) -> Lists:
    of_house = sources_of(house.key) if house.key else sources()
    themes, groups = queries.listed(community.town_id)
    return Lists(
        themes=[theme for theme in themes if theme.stopped_at is None],
        groups=[group for group in groups if group.stopped_at is None],
        stopped=[entry for entry in (*themes, *groups) if entry.stopped_at],
        areas=community.tree.districts(community),
        kinds={_path(source.name): source.kind for source in of_house},
        dated=house.dated,
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


def period_chips(filters: Filters) -> list[tuple[str | Promise, str, bool]]:
    """(word, address, chosen): everything, today, this weekend, this week, this month."""
    today, now = timezone.localdate(), filters.period
    chips: list[tuple[str | Promise, str, bool]] = [
        (_("Everything"), filters.url(period=None), now is None)
    ]
    for name in ("vandaag", "weekend", "week", "maand"):
        chosen = now is not None and now.name == name
        chips.append((NAMES[name], filters.url(period=period(name, today)), chosen))
    return chips


def around(filters: Filters) -> list[tuple[str, str, str]]:
    """(address, word, pictogram) of the period before and after."""
    if filters.period is None:
        return []
    before, later = filters.period.before(), filters.period.later()
    return [
        (filters.url(period=before), _("Earlier"), "caret-left"),
        (filters.url(period=later), _("Later"), "caret-right"),
    ]


def block_chips(
    filters: Filters, lists: Lists, counts: Mapping[str, str]
) -> list[tuple[str | Promise, str, bool, str]]:
    """(word, address, chosen, how many) for each house, on the page that searches everything."""
    if not lists.houses:
        return []
    everywhere = (_("Everything"), filters.url(house=""), not filters.house, "")
    names = {house.key: house.title for house in HOUSES}
    return [everywhere] + [
        (names[key], filters.url(house=key), filters.house == key, counts.get(key, ""))
        for key in lists.houses
        if key in counts or key == filters.house
    ]


def _path(name: str | Promise) -> str:
    """In Dutch, whatever the reader speaks: the address is the same for all."""
    with override("nl"):
        return slugify(str(name))
