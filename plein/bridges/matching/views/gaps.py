"""'Waar knelt het?': asks against offers and people, by theme and part of the week."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plein.bridges.matching.queries import gaps as queries
from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_safe
@right_required("match.arrange")
def gaps(request: MemberRequest) -> HttpResponse:
    """Of all of the place, or of one part of it (`?wijk=`)."""
    area = _area(request)
    context = {
        "rows": queries.table(request.community.town_id, area or _here(request)),
        "areas": request.community.tree.districts(request.community),
        "area": area,
    }
    return render_page(request, "matching/gaps.html", context)


def _here(request: MemberRequest) -> Community | None:
    here = request.community
    return None if here.pk == here.town_id else here


def _area(request: MemberRequest) -> Community | None:
    wanted = request.GET.get("wijk", "")
    if not wanted:
        return None
    for area in request.community.tree.districts(request.community):
        if area.slug == wanted:
            return area
    raise Http404
