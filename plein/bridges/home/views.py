"""The front page of a place, "Mijn plein", and what the place says about itself."""

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from plein.bridges.home import access, queries
from plein.bridges.home.newest import newest_cards
from plein.foundation.communities.access import member_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.rights import may_anywhere
from plein.shared.conversations.queries import talk_rows
from plein.shared.notifications.queries import unseen_count
from plein.ui.render import render_page


@require_safe
def front(request: PleinRequest) -> HttpResponse:
    """Two big buttons, the street, and at most three blocks (SIMPLE-5)."""
    community = request.community
    shows_parts = "districts" in community.modules
    context = {
        "cards": newest_cards(request),
        "districts": queries.districts_of(community) if shows_parts else [],
    }
    return render_page(request, "home/front.html", context)


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    rows, _more = talk_rows(request.member)
    context = {
        "posts": queries.my_posts(request.member),
        "appointments": queries.my_appointments(request.member),
        "talks": rows[:5],
        "more_talks": len(rows) > 5,
        "unseen": unseen_count(request.member),
        "sees_day": may_anywhere(request.member, "day.see"),
    }
    return render_page(request, "home/mine.html", context)


@require_safe
def districts(request: PleinRequest) -> HttpResponse:
    place = access.place_with_districts(request.community)
    context = {"districts": queries.districts_of(place)}
    return render_page(request, "home/districts.html", context)


@require_safe
def district(request: PleinRequest, slug: str) -> HttpResponse:
    """A part without a host is a page here; one with a host is a site, and is opened there."""
    part = access.part_of(request.community, slug)
    site = part.tree.site_of(part)
    if part.host:
        return HttpResponseRedirect(absolute(part, "/"))
    if site.pk != request.community.pk:
        return HttpResponseRedirect(absolute(site, request.path))
    context = {
        "part": part,
        "parts": queries.districts_of(part),
        "walk_in": part.walk_in.rstrip(". "),
        "cards": newest_cards(request, part),
    }
    return render_page(request, "home/district.html", context)


@require_safe
def contact(request: PleinRequest) -> HttpResponse:
    return render_page(request, "home/contact.html")
