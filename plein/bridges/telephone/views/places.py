"""Three places that may help, with numbers to read aloud, and one tap when they were told."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, actions
from plein.bridges.telephone import places as found
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page, wants_part


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def places(request: MemberRequest, code: str) -> HttpResponse:
    """A piece of the page to call an asker; without htmx a page of its own."""
    if "directory" not in request.community.modules:
        raise Http404
    post = access.ask_to_call(request.member, request.community, code)
    if request.method == "POST":
        actions.told_places(post, _keys(request.POST.getlist("place")), by=request.member)
        if not wants_part(request):
            messages.success(request, _("Noted. Thank you for calling."))
            return redirect("noticeboard:call", post.address)
    told = found.told(post)
    context = {
        "post": post,
        "told": told,
        "entries": found.fitting(post, without={row.entry_id for row in told}),
    }
    return render_page(request, "telephone/places.html", context, part="places")


def _keys(sent: list[str]) -> set[UUID]:
    keys = set()
    for one in sent:
        try:
            keys.add(UUID(one))
        except ValueError:
            continue
    return keys
