"""A professional gives the helper of one appointment an address or number, or takes it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.features.noticeboard import access
from plein.features.noticeboard.actions import releasing as actions
from plein.foundation.care.gate import caseload_required
from plein.foundation.communities.requests import MemberRequest


@require_POST
@caseload_required
def release(request: MemberRequest, code: str) -> HttpResponse:
    """Behind the second code, as everything with a client in it."""
    response = access.response_in(request.member, request.community, code)
    do = actions.take_back if "back" in request.POST else actions.give
    try:
        do(response, request.POST.get("what", ""), by=request.member)
    except actions.MayNotGive:
        messages.warning(request, _("The appointment changed in the meantime. Look at it below."))
    return redirect("noticeboard:agreement", code=code)
