"""For managers: the order of the blocks of the front page."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plein.bridges.home import access, actions, blocks, fronts
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

STEPS = {"hoger": -1, "lager": 1}
SWITCHES = {"aan": True, "uit": False}


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def arrange(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    """Up, down, on, off: one button each, saved at once. Of this site, or of the page of a part."""
    place = access.arranged_part(request.community, pk) if pk else request.community
    by_key = {block.key: block for block in fronts.blocks_of(place)}
    now = fronts.arrangement_of(place)
    if request.method == "POST":
        key, do = request.POST.get("blok", ""), request.POST.get("doe", "")
        if key not in by_key:
            raise Http404
        if do in STEPS:
            now = now.moved(key, STEPS[do])
        elif do in SWITCHES:
            now = now.switched(key, on=SWITCHES[do])
        actions.arrange(place, now, by=request.member)
        return redirect(request.path)
    rows = [(by_key[key], key not in now.off) for key in now.order]
    context = {"rows": rows, "most": blocks.MOST, "part": place if pk else None}
    return render_page(request, "home/arrange.html", context)
