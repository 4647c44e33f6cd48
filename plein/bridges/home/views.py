"""The front page of a place, "Mijn plein", the wijken, and what goes with one thing."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from plein.bridges.home import access, fronts, outlines, queries, related
from plein.bridges.home.newest import Looker
from plein.bridges.overviews.cards import first_fact
from plein.bridges.overviews.sources import source_of
from plein.foundation.communities.access import member_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.rights import may, may_within
from plein.foundation.organisations.access import greeting_organisations
from plein.shared.conversations.queries import talk_rows
from plein.shared.notifications.queries import unseen_count
from plein.ui.render import render_page
from plein.ui.site import phone_link


@require_safe
def front(request: PleinRequest) -> HttpResponse:
    """Two big buttons, the street, and at most three blocks (SIMPLE-5)."""
    if request.community.kind == Community.Kind.REGION:
        towns = [(town, absolute(town, "/")) for town in queries.towns_of(request.community)]
        return render_page(request, "home/region.html", {"towns": towns})
    return render_page(request, "home/front.html", {"front": fronts.fill(request)})


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
        "sees_day": may_within(request.member, "day.see", request.community),
        "greets": bool(greeting_organisations(request.member)),
        # As the pages themselves ask: a link that does not open helps nobody.
        "arranges": may(request.member, "community.arrange", request.community),
        "speaks": may_within(request.member, "code.speak", request.community),
        "sees_desk": may_within(request.member, "directory.desk", request.community),
    }
    return render_page(request, "home/mine.html", context)


@require_safe
def districts(request: PleinRequest) -> HttpResponse:
    place = access.place_with_districts(request.community)
    parts = queries.districts_of(place)
    context = {"districts": parts, "drawing": outlines.draw(parts)}
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
    return render_page(request, "home/district.html", _district(request, part))


def _district(request: PleinRequest, part: Community) -> dict[str, object]:
    drawing = outlines.draw(queries.around(part))
    looker = Looker(request, part)
    return {
        "part": part,
        "parts": queries.districts_of(part),
        "walk_in": part.walk_in.rstrip(". "),
        "phone": part.phone or request.community.phone,
        "phone_url": phone_link(part.phone),
        "drawing": drawing if part.area_id else None,
        "people": queries.people_of(part, request.member, looker.blocked),
        "sections": fronts.sections(looker, part),
    }


@require_safe
def contact(request: PleinRequest) -> HttpResponse:
    return render_page(request, "home/contact.html")


@require_safe
def also_here(request: PleinRequest, key: UUID) -> HttpResponse:
    """Beside one thing: three others. htmx gets the list, a browser a page with the same."""
    row = related.visible_row(request.member, request.community, key)
    others = [
        {
            "title": other.title,
            "url": other.url,
            "kind": source.name if (source := source_of(other.kind, other.house)) else "",
            "pictogram": source.action_pictogram if source else "arrow-right",
            "fact": first_fact(other),
        }
        for other in related.also_here(row, request.member, request.community)
    ]
    context = {"row": row, "others": others, "makes_poster": related.makes_poster(row)}
    return render_page(request, "home/also_here.html", context, part="others")
