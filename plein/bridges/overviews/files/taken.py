"""What goes into a file: public rows, with the words of their lists looked up (TRUST-7, H15)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.bridges.overviews import queries
from plein.bridges.overviews.choices import ACCESS, COSTS, LANGUAGES, path_of
from plein.bridges.overviews.filters import Filters, Lists
from plein.bridges.overviews.houses import House
from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.sources import source_of
from plein.bridges.overviews.times import Times, moments_of
from plein.bridges.overviews.wording import opening_of, said_moment
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community
from plein.lib.listing import in_my_language

ORGANISATIONS = "directory"
SOON = timedelta(days=30)
"""A sheet tells of each thing its first moment only, and most happen soon."""


@dataclass(frozen=True)
class Taken:
    """An overview as it is taken along."""

    community: Community
    house: House
    filters: Filters
    rows: Sequence[Row]
    lists: Lists

    @property
    def title(self) -> str:
        return f"{self.house.title} – {self.community.name}"

    @property
    def url(self) -> str:
        return self.absolute(reverse(self.house.url_name) + self.filters.url())

    def absolute(self, path: str) -> str:
        return absolute(self.community, path)

    @property
    def changed_at(self) -> datetime:
        """When anything in it last changed; the same question gives the same answer."""
        return max((row.changed_at for row in self.rows), default=self.community.made_at)


def taken(community: Community, house: House, filters: Filters, lists: Lists) -> Taken:
    rows = queries.everything_public(community, house.key, filters)
    return Taken(community, house, filters, rows, lists)


def moments_in(file: Taken, ahead: timedelta) -> Times:
    keys = [row.pk for row in file.rows]
    chosen = file.filters
    return moments_of(file.community.town_id, keys, chosen.period, chosen.part_of_week, ahead=ahead)


def _columns(house: House) -> list[str]:
    """The heads of a sheet: an organisation has hours, all else a day and a time."""
    dated = [] if house.key == ORGANISATIONS else [_("Day"), _("Time")]
    hours, reach = (
        ([_("Open")], [_("Mail address"), _("Website")]) if _has_hours(house) else ([], [])
    )
    return [
        *(_("Kind"), _("Title"), _("Text"), *dated, *hours, _("Place"), _("District")),
        *(_("Who"), _("Subject"), _("For whom"), _("Costs"), _("Accessibility"), _("Languages")),
        *(_("Phone"), *reach, _("More facts"), _("Web page")),
    ]


def _has_hours(house: House) -> bool:
    """Organisations stand in their own list and in that of everything."""
    return house.key in ("", ORGANISATIONS)


def sheet(file: Taken) -> list[list[str]]:
    """The heads, and a line for each thing."""
    times = moments_in(file, SOON)
    themes = {theme.key: theme.name for theme in file.lists.themes}
    groups = {group.key: group.name for group in file.lists.groups}
    lines = (_line(file, row, times.get(row.pk, ()), themes, groups) for row in file.rows)
    return [_columns(file.house), *lines]


def _line(
    file: Taken,
    row: Row,
    times: Sequence[Moment],
    themes: Mapping[str, str],
    groups: Mapping[str, str],
) -> list[str]:
    source = source_of(row.kind, row.house)
    parts = file.community.tree.all
    costs, access = dict(COSTS), dict(ACCESS)
    return [
        str(source.name if source else ""),
        row.title,
        row.summary,
        *([] if file.house.key == ORGANISATIONS else _day_and_time(times)),
        *([opening_of(row)] if _has_hours(file.house) else []),
        row.place,
        _joined(parts[key].name for key in row.areas if key in parts),
        row.byline,
        _joined(themes.get(key, "") for key in row.themes),
        _joined(groups.get(key, "") for key in _keys(row.groups)),
        str(costs[path_of(COSTS, row.cost)][0]) if path_of(COSTS, row.cost) else "",
        _joined(str(access[p][0]) for key in _keys(row.access) if (p := path_of(ACCESS, key))),
        _joined(LANGUAGES.get(key, key) for key in _keys(row.languages)),
        row.phone,
        *([row.mail, row.website] if _has_hours(file.house) else []),
        _joined(in_my_language(words) for _name, words in [*row.facts, *row.desk_facts]),
        file.absolute(row.url),
    ]


def _day_and_time(times: Sequence[Moment]) -> list[str]:
    if not times:
        return ["", ""]
    return [f"{timezone.localtime(times[0].starts_at):%d-%m-%Y}", said_moment(times[0])]


def _joined(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)


def _keys(kept: str) -> list[str]:
    return [key for key in kept.strip("|").split("|") if key]
