"""The notice board, and later every other overview: one page, served from the index."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import card
from plein.bridges.overviews.filters import TIMES, Filters, Lists, read
from plein.bridges.overviews.sources import sources_of
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.taxonomy.models import Theme
from plein.lib.listing import ListingSource
from plein.ui.render import render_page


@require_safe
def board(request: PleinRequest) -> HttpResponse:
    return overview(request, "noticeboard", "overviews/board.html")


def overview(request: PleinRequest, house: str, template: str) -> HttpResponse:
    """The cards that fit what somebody looks for; filters live in the address."""
    community, member = request.community, request.member
    sources = sources_of(house)
    lists = Lists(
        themes=queries.themes(community.town_id),
        groups=queries.target_groups(community.town_id),
        areas=community.tree.districts(community),
        kinds=[source.kind for source in sources],
    )
    filters = read(request.GET, lists)
    found = queries.find(member, community, house, filters)
    themes = {theme.key: theme for theme in lists.themes}
    may = queries.may_read
    cards = [
        card(
            row,
            full=may(row, member, community),
            themes=themes,
            mine=bool(member and row.author == member.pk),
        )
        for row in found.rows
    ]
    met = bool(member and member.is_greeted)
    context = {
        "cards": cards,
        "found": found,
        "filters": filters,
        "lists": lists,
        "times": [(path, words) for path, (words, _mask) in TIMES.items()],
        "kinds": _chips(filters, sources),
        "more_url": filters.url(after=found.rows[-1].pk) if found.more else "",
        "met": met,
        "waiting": [] if met else _waiting(request, house, lists, filters),
    }
    part = "cards" if filters.after else "board"
    return render_page(request, template, context, part=part)


def _chips(
    filters: Filters, sources: Sequence[ListingSource]
) -> list[tuple[str | Promise, str, bool]]:
    """(word, address, chosen) for each kind; "all" stands first in the template."""
    return [
        (source.name, filters.url(kind=source.kind), filters.kind == source.kind)
        for source in sources
    ]


def _waiting(
    request: PleinRequest, house: str, lists: Lists, filters: Filters
) -> list[tuple[Theme, int, str]]:
    if filters.after:
        return []
    return [
        (theme, count, Filters(kind="ask", theme=theme).url())
        for theme, count in queries.waiting_by_theme(request.community, house, lists.themes)
    ]
