"""Every overview: one page, served from the index. The address says what somebody looks for."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import card
from plein.bridges.overviews.filters import TIMES, Filters, Lists, read
from plein.bridges.overviews.houses import EVERYTHING, House, house_of
from plein.bridges.overviews.sources import sources, sources_of
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.taxonomy.models import Theme
from plein.lib.listing import ListingSource
from plein.ui.render import render_page


@require_safe
def board(request: PleinRequest) -> HttpResponse:
    return overview(request, house_of("noticeboard"))


@require_safe
def agenda(request: PleinRequest) -> HttpResponse:
    return overview(request, house_of("agenda"))


@require_safe
def showcase(request: PleinRequest) -> HttpResponse:
    return overview(request, house_of("showcase"))


@require_safe
def directory(request: PleinRequest) -> HttpResponse:
    return overview(request, house_of("directory"))


@require_safe
def stories(request: PleinRequest) -> HttpResponse:
    return overview(request, house_of("about"))


@require_safe
def search(request: PleinRequest) -> HttpResponse:
    return overview(request, EVERYTHING)


def overview(request: PleinRequest, house: House) -> HttpResponse:
    """The cards that fit what somebody looks for; filters live in the address."""
    community, member = request.community, request.member
    of_house = sources_of(house.key) if house.key else sources()
    lists = Lists(
        themes=queries.themes(community.town_id),
        groups=queries.target_groups(community.town_id),
        areas=community.tree.districts(community),
        kinds=[source.kind for source in of_house],
    )
    filters = read(request.GET, lists)
    found = queries.find(member, community, house.key, filters)
    themes = {theme.key: theme for theme in lists.themes}
    cards = [
        card(
            row,
            full=queries.may_read(row, member, community),
            themes=themes,
            mine=bool(member and row.author == member.pk),
        )
        for row in found.rows
    ]
    met = bool(member and member.is_greeted)
    context = {
        "house": house,
        "here": reverse(house.url_name),
        "cards": cards,
        "found": found,
        "filters": filters,
        "lists": lists,
        "times": [(path, words) for path, (words, _mask) in TIMES.items()],
        "kinds": _chips(filters, of_house) if house.key and len(of_house) > 1 else [],
        "more_url": filters.url(after=found.rows[-1].pk) if found.more else "",
        "met": met,
        "waiting": _waiting(request, house, lists, filters),
    }
    part = "cards" if filters.after else "board"
    return render_page(request, "overviews/overview.html", context, part=part)


def _chips(
    filters: Filters, of_house: Sequence[ListingSource]
) -> list[tuple[str | Promise, str, bool]]:
    """(word, address, chosen) for each kind; "all" stands first in the template."""
    return [
        (source.name, filters.url(kind=source.kind), filters.kind == source.kind)
        for source in of_house
    ]


def _waiting(
    request: PleinRequest, house: House, lists: Lists, filters: Filters
) -> list[tuple[Theme, int, str]]:
    """For who was not greeted: how many asks wait, per theme."""
    member = request.member
    if filters.after or house.key != "noticeboard" or (member and member.is_greeted):
        return []
    return [
        (theme, count, Filters(kind="ask", theme=theme).url())
        for theme, count in queries.waiting_by_theme(request.community, house.key, lists.themes)
    ]
