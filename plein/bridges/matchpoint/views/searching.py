"""Searching together at the screen: a list to take along, on paper or on somebody's phone."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.bridges.matchpoint import access, actions
from plein.bridges.matchpoint.requests import ScreenRequest, SittingRequest
from plein.bridges.overviews import actions as overviews
from plein.bridges.overviews.forms import SendForm
from plein.bridges.overviews.looking import look, taken_along
from plein.bridges.referrals import access as referrals
from plein.bridges.referrals.actions import give
from plein.bridges.referrals.telling import can_be_told
from plein.foundation import jobs
from plein.foundation.care.access import may_refer
from plein.ui.render import render_page

MOST = 12
"""More than this nobody reads together; another word helps better."""


@require_POST
@access.at_screen
def begin(request: ScreenRequest) -> HttpResponse:
    """Who sits there already, goes on with their list."""
    if access.sitting_at(request.device) is None:
        actions.begin(request.device)
    return redirect("matchpoint:search")


@require_http_methods(["GET", "HEAD", "POST"])
@access.sitting_required
def search(request: SittingRequest) -> HttpResponse:
    """What they look for stands in no address, so the history of the browser tells nothing."""
    sitting, said = request.sitting, request.POST
    if request.method == "POST":
        if key := said.get("erbij"):
            actions.put_on_list(sitting, key)
        elif key := said.get("eraf"):
            actions.take_off_list(sitting, key)
        else:
            actions.look_for(sitting, said.dict())
            return redirect("matchpoint:search")
        return redirect(f"{reverse('matchpoint:search')}#d{key[-8:]}")
    actions.still_here(sitting)
    looked = look(request.community, sitting.found, actions.listed(sitting), most=MOST)
    many = len(looked.results) == MOST
    context = {"device": request.device, "many": many, **vars(looked)}
    return render_page(request, "matchpoint/search.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.sitting_required
def take_along(request: SittingRequest) -> HttpResponse:
    """The list: to print, or to send. The address is used once and kept by nobody."""
    sitting, said = request.sitting, request.POST
    if key := said.get("eraf"):
        actions.take_off_list(sitting, key)
        return redirect("matchpoint:list")
    results = taken_along(request.community, actions.listed(sitting))
    form = SendForm(said if "to" in said else None)
    if form.is_bound and results and form.is_valid():
        try:
            overviews.send_basket(
                form.cleaned_data["to"],
                results,
                community=request.community,
                by=request.host,
                key=said.get("form_key", ""),
            )
        except overviews.TooManySent:
            form.add_error("to", _("From here very much was sent today. Print it this time."))
        else:
            messages.success(request, _("The list is on its way."))
            return redirect("matchpoint:list")
    actions.still_here(sitting)
    context = {
        "device": request.device,
        "results": results,
        "form": form,
        "form_key": jobs.new_form_key(),
        "gives": "directory" in request.community.modules
        and may_refer(request.host, request.community)
        and any(each.row.kind in referrals.KINDS for each in results),
        "refer_kinds": referrals.KINDS,
    }
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/list.html", context, status=status)


@require_POST
@access.sitting_required
def refer(request: SittingRequest) -> HttpResponse:
    """A slip with a code for one thing of the list. It is a slip of the host, who hears of it.

    The page is the answer to the tap itself, so no address or history has the code.
    """
    key, form_key = request.POST.get("bon", ""), request.POST.get("form_key", "")
    if key not in actions.listed(request.sitting):
        return redirect("matchpoint:list")
    if not may_refer(request.host, request.community):
        raise Http404
    row = referrals.thing(request.community, key)
    with transaction.atomic():
        if jobs.first_time(form_key):
            tells = "tells" in request.POST and can_be_told(row)
            slip = give(row, community=request.community, by=request.host, tells=tells)
            jobs.remember(form_key, str(slip.pk))
        else:
            slip = referrals.given(request.host, UUID(jobs.remembered(form_key)))
    actions.still_here(request.sitting)
    paper = "a6" if request.device.matchpoint.paper == "a6" else "strip"
    context = {"device": request.device, "referral": slip, "row": row, "paper": paper}
    return render_page(request, "matchpoint/referral.html", context)
