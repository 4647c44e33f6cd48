"""Dagstart: what needs me today."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plein.bridges.dayboard import actions, queries
from plein.bridges.dayboard.choice import TIMES, Choice, choice_from
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.queries import Waiting
from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may, may_within
from plein.foundation.taxonomy.models import Theme
from plein.lib.matter import Layer
from plein.ui.render import render_page

FLOOD = 40
"""More than this today is not one morning for one person: the page then asks where to begin."""


@require_safe
@right_required("day.see", may_within)
def today(request: MemberRequest) -> HttpResponse:
    """The first minutes of work, what hurts most on top; the rest is a number."""
    community, choice = request.community, choice_from(request.GET)
    actions.catch_up(community.town_id)
    every = queries.seen_by(request.member, community)
    gone = queries.away(community.town_id)
    marked = queries.sorted_out(every, request.member, gone)
    counts, rows = queries.counted(marked), _chosen(marked, choice)
    shown = queries.fitting(rows, choice.minutes)
    _name_places([*shown, *(aside := queries.aside(rows))], community)
    waiting = sum(one.rows for one in counts if _is_chosen(one, choice))
    context = {
        "choice": choice,
        "speaks": may_within(request.member, "code.speak", community),
        "arranges": may(request.member, "community.arrange", community),
        "times": TIMES,
        "layers": _layers(shown, counts, choice),
        "groups": queries.grouped(shown),
        "minutes": sum(row.minutes for row in shown),
        "more": waiting - len(shown),
        "flood": _today(counts, choice) > FLOOD,
        "waits": sum(one.rows for one in counts),
        "areas": _areas(counts, community),
        "themes": _themes(counts, community),
        "taken": [row for row in aside if not row.later],  # type: ignore[attr-defined]
        "later": [row for row in aside if row.later],  # type: ignore[attr-defined]
    }
    return render_page(request, "dayboard/today.html", context)


def _chosen(rows: queries.Rows, choice: Choice) -> queries.Rows:
    if choice.area:
        rows = rows.filter(area=choice.area)
    return rows.filter(theme=choice.theme) if choice.theme else rows


def _today(counts: Iterable[Waiting], choice: Choice) -> int:
    return sum(one.rows for one in counts if one.layer == Layer.TODAY and _is_chosen(one, choice))


def _is_chosen(one: Waiting, choice: Choice) -> bool:
    return choice.area in (None, one.area) and choice.theme in ("", one.theme)


def _layers(
    shown: list[MatterRow], counts: list[Waiting], choice: Choice
) -> list[dict[str, object]]:
    """Only layers of which something is shown, with how much waits in each."""
    names = {
        Layer.TODAY: (_("Today"), _("Somebody waits for you. These come first.")),
        Layer.WEEK: (_("This week"), _("May wait a day or two.")),
        Layer.MAY_REST: (_("May rest"), _("When there is time. Nothing goes wrong without it.")),
    }
    return [
        {
            "name": name,
            "line": line,
            "red": layer == Layer.TODAY,
            "groups": groups,
            "shown": sum(len(group.matters) for group in groups),
            "waits": sum(c.rows for c in counts if c.layer == layer and _is_chosen(c, choice)),
        }
        for layer, (name, line) in names.items()
        if (groups := queries.grouped(row for row in shown if row.layer == layer))
    ]


def _areas(counts: Iterable[Waiting], community: Community) -> list[tuple[UUID, str, int]]:
    """(key, name, how much waits), by name."""
    places = community.tree.all
    found: Counter[UUID] = Counter()
    for one in counts:
        if one.area and one.area in places:
            found[one.area] += one.rows
    return sorted(((key, places[key].name, n) for key, n in found.items()), key=lambda one: one[1])


def _themes(counts: Iterable[Waiting], community: Community) -> list[tuple[str, str, int]]:
    """(key, name, how much waits), by name; nothing to choose from when there is one."""
    found: Counter[str] = Counter()
    for one in counts:
        if one.theme:
            found[one.theme] += one.rows
    if len(found) < 2:
        return []
    themes = Theme.objects.filter(town=community.town_id, key__in=found)
    named = ((theme.key, theme.name, found[theme.key]) for theme in themes)
    return sorted(named, key=lambda one: one[1])


def _name_places(rows: Iterable[MatterRow], community: Community) -> None:
    """The name of the wijk, from the tree: no question for each row."""
    for row in rows:
        place = community.tree.all.get(row.community_id)
        row.place_name = place.name if place else ""  # type: ignore[attr-defined]
