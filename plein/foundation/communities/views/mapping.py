"""The map of a town: how far it is, and a file that makes it better."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.foundation.communities import mapping_words, tree
from plein.foundation.communities.access import right_required
from plein.foundation.communities.actions import mapping as actions
from plein.foundation.communities.forms.mapping import MapForm
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def town_map(request: MemberRequest) -> HttpResponse:
    """Outlines and postcodes are of the whole town; what became of a file is told at once."""
    town = request.community
    if town.pk != town.town_id:
        raise Http404
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MapForm(*posted, municipality=town.name)
    said = _take_in(form, by=request.member) if form.is_bound and form.is_valid() else []
    # Read anew: the outlines may have come just now.
    parts = tree.of(town.pk).districts(town)
    context = {
        "form": form,
        "said": said,
        "parts": parts,
        "without": [part for part in parts if part.area is None],
    }
    status = 422 if form.errors else 200
    return render_page(request, "communities/town_map.html", context, status=status)


def _take_in(form: MapForm, *, by: Member) -> list[str]:
    """What was drawn or placed, in sentences."""
    town = by.town
    if form.outlines:
        linked = actions.draw_outlines(town, form.outlines.outlines, by=by)
        return list(mapping_words.about_outlines(town, linked, form.outlines.problems))
    if form.postcodes is None:
        return []
    try:
        placed = actions.place_postcodes(town, form.postcodes.rows, by=by)
    except actions.NoOutlineYet:
        form.add_error("file", _("First load the outlines, so that we know where the town is."))
        return []
    return list(mapping_words.about_postcodes(town, placed, form.postcodes))
