"""A piece for the page of an organisation: what it does and asks."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plein.bridges.overviews.of_organisation import AT_FIRST, doings, organisation_row
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page, wants_part


@require_safe
def of_organisation(request: PleinRequest, key: UUID) -> HttpResponse:
    """htmx gets the first few for the page of the organisation; a browser a page with all."""
    row = organisation_row(request.member, request.community, key)
    found = doings(row, request.member, request.community)
    shown = found[:AT_FIRST] if wants_part(request) else found
    context = {"row": row, "doings": shown, "count": len(found), "more": len(found) - len(shown)}
    return render_page(request, "overviews/of_organisation.html", context, part="doings")
