"""Finding rows: each reader finds by what they may read, and by nothing else (TRUST-7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.models import Row, RowQuerySet
from plein.foundation.communities.models import Community, Content, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.taxonomy.models import TargetGroup, Theme

A_PAGE = 24
COUNTED = 100
"""Further than this we do not count: "more than 100"."""


@dataclass(frozen=True)
class Found:
    rows: Sequence[Row]
    more: bool
    count: int

    @property
    def many(self) -> bool:
        return self.count > COUNTED


def readable(member: Member | None, community: Community) -> Q:
    """Rows of which this reader may read all."""
    if member and member.is_greeted and member.town_id == community.town_id:
        return Q()
    opened = [c.pk for c in community.tree.all.values() if c.public_tasks_open]
    may = Q(audience=Content.Audience.PUBLIC) | Q(openable=True, community__in=opened)
    return may | Q(author=member.pk) if member else may


def may_read(row: Row, member: Member | None, community: Community) -> bool:
    """The same for one row."""
    if row.audience == Content.Audience.PUBLIC:
        return True
    if member and (member.is_greeted or row.author == member.pk):
        return True
    return row.openable and community.tree.all[row.community_id].public_tasks_open


def on_site(member: Member | None, community: Community, house: str) -> RowQuerySet:
    """Rows of one house; of every house that is on here when none is named."""
    rows: RowQuerySet = Row.objects.in_community(community)
    rows = rows.filter(house=house) if house else rows.filter(house__in=community.modules)
    return rows.not_by(blocked_ids(member))


def find(member: Member | None, community: Community, house: str, filters: Filters) -> Found:
    rows = on_site(member, community, house)
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.theme:
        rows = rows.filter(theme=filters.theme.key)
    if filters.group:
        rows = rows.filter(groups__contains=f"|{filters.group.key}|")
    if filters.area:
        rows = rows.filter(area__in=community.tree.below(filters.area))
    if filters.mask:
        rows = rows.some_time_in(filters.mask)
    may = readable(member, community)
    for word in filters.folded:
        rows = rows.filter((may & Q(words__contains=word)) | Q(public_words__contains=word))
    # One look for the count and the page: a rare word makes the database read every row.
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[: COUNTED + 1])
    here = keys
    if filters.after:
        here = list(
            rows.filter(pk__lt=filters.after)
            .order_by("-pk")
            .values_list("pk", flat=True)[: A_PAGE + 1]
        )
    page = Row.objects.filter(town=community.town_id, pk__in=here[:A_PAGE]).order_by("-pk")
    return Found(list(page), len(here) > A_PAGE, len(keys))


def waiting_by_theme(
    community: Community, house: str, themes: Sequence[Theme]
) -> list[tuple[Theme, int]]:
    """For strangers: how many asks of members wait, per theme. Never by target group (H15)."""
    counted = dict(
        on_site(None, community, house)
        .filter(kind="ask", audience=Content.Audience.MEMBERS)
        .order_by()
        .values_list("theme")
        .annotate(Count("pk"))
    )
    return [(theme, counted[theme.key]) for theme in themes if theme.key in counted]


def themes(town_id: object) -> list[Theme]:
    return list(Theme.objects.in_town(town_id).in_use())


def target_groups(town_id: object) -> list[TargetGroup]:
    return list(TargetGroup.objects.in_town(town_id).in_use())
