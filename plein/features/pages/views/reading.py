"""Reading one page."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plein.features.pages import access, queries
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page


@require_safe
def page(request: PleinRequest, address: Address) -> HttpResponse:
    found = access.visible_page(request.member, request.community, address.code)
    if found.address != str(address):
        return redirect(found, permanent=found.is_published)
    writes = access.may_write(found, request.member)
    context = {
        "page": found,
        "parts": queries.shown_parts(found),
        "cover_credit": queries.cover_credit(found),
        "below": queries.below(found, request.member, request.community),
        "writes": writes,
    }
    return render_page(request, "pages/page.html", context)
