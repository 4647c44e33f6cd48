"""Every overview: one page, served from the index. The address says what somebody looks for."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading
from plein.bridges.overviews.facets import facets
from plein.bridges.overviews.filters import Filters, Lists
from plein.bridges.overviews.houses import EVERYTHING, House, house_of
from plein.bridges.overviews.lists import around, block_chips, kind_chips, lists_for, period_chips
from plein.bridges.overviews.mapping import allow_tiles, places
from plein.bridges.overviews.paging import page_of
from plein.bridges.overviews.queries import Found
from plein.bridges.overviews.reading import read
from plein.bridges.overviews.search.suggesting import suggestions
from plein.bridges.overviews.shown_as import VIEWS, remember, view_of
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.rights import may
from plein.foundation.taxonomy.models import Theme
from plein.ui.render import render_page, wants_part


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


@require_safe
def suggest(request: PleinRequest) -> HttpResponse:
    """Words for the list under a search field, while somebody types."""
    typed = request.GET.get("zoek", "").replace("\0", "")[:80]
    eyes = queries.eyes_of(request.member, request.community)
    return render(request, "overviews/suggestions.html", {"words": suggestions(eyes, typed)})


def overview(request: PleinRequest, house: House) -> HttpResponse:
    """The cards that fit what somebody looks for; filters live in the address."""
    community, member = request.community, request.member
    lists = lists_for(community, house)
    filters = read(request.GET, lists)
    found = queries.find(queries.eyes_of(member, community), house, filters)
    shown_as = view_of(request)
    page = page_of(found, reading(request, lists, found))
    # Only the next cards are asked for: then nobody sees what there is to choose from.
    more_cards = bool(filters.after) and wants_part(request)
    counted = facets(found, lists, community) if not more_cards else None
    context = {
        "house": house,
        "here": reverse(house.url_name),
        "page": page,
        "found": found,
        "shown": found.seen + len(page.cards),
        "filters": filters,
        "facets": counted,
        "kinds": kind_chips(filters, lists),
        "more_url": filters.url(after=page.after) if page.after else "",
        "cut_off": found.cut and not page.after,
        "waiting": _waiting(request, house, lists, found),
        "meant": _meant(found),
        "shown_as": shown_as,
        "views": VIEWS.items(),
        "periods": period_chips(filters) if house.dated else [],
        "around": around(filters),
        "blocks": block_chips(filters, lists, counted.houses) if counted else [],
        "places": places(found, community) if shown_as == "kaart" else None,
        "tiles": settings.MAP_TILES,
        "keeps_lists": may(member, "directory.desk", community),
    }
    part = "cards" if filters.after else "board"
    response = render_page(request, "overviews/overview.html", context, part=part)
    remember(request, response)
    if context["places"]:
        allow_tiles(response)
    return response


def _meant(found: Found) -> tuple[str, str] | None:
    """(words, address) of what somebody probably meant, when nothing was found, or little."""
    words = queries.meant(found)
    return (words, found.filters.url(words=words)) if words else None


def reading(request: PleinRequest, lists: Lists, found: Found) -> Reading:
    return Reading(
        member=request.member,
        community=request.community,
        themes={theme.key: theme for theme in lists.themes},
        near=found.filters.near,
        house=found.house.key,
    )


def _waiting(
    request: PleinRequest, house: House, lists: Lists, found: Found
) -> list[tuple[Theme, int, str, str]]:
    """For who was not greeted: how many asks wait, per theme. Never by target group (H15).

    Of a set that was cut off, "at least": (theme, how many, how many in words, address).
    """
    member, filters = request.member, found.filters
    if filters.after or house.key != "noticeboard" or (member and member.is_greeted):
        return []
    asks = next((path for path, kind in lists.kinds.items() if kind == "ask"), "")
    ask: dict[str, Any] = {"kind": "ask", "kind_path": asks}
    counted = Counter(hit.themes for hit in found.hits if hit.kind == "ask" and hit.is_private)
    return [
        (theme, count, f"{count}+" if found.cut else str(count), Filters(**ask, theme=theme).url())
        for theme in lists.themes
        if (count := counted[theme.key])
    ]
