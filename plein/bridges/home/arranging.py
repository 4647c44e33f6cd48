"""For managers: the order of the blocks of the front page."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plein.bridges.home import actions, blocks, fronts
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

STEPS = {"hoger": -1, "lager": 1}
SWITCHES = {"aan": True, "uit": False}


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def arrange(request: MemberRequest) -> HttpResponse:
    """Up, down, on, off: one button each, saved at once."""
    now = fronts.arrangement_of(request.community)
    if request.method == "POST":
        key, do = request.POST.get("blok", ""), request.POST.get("doe", "")
        if key not in blocks.BY_KEY:
            raise Http404
        if do in STEPS:
            now = now.moved(key, STEPS[do])
        elif do in SWITCHES:
            now = now.switched(key, on=SWITCHES[do])
        actions.arrange(request.community, now, by=request.member)
        return redirect("home:arrange")
    rows = [(blocks.BY_KEY[key], key not in now.off) for key in now.order]
    return render_page(request, "home/arrange.html", {"rows": rows, "most": blocks.MOST})
