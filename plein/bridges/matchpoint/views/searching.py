"""Searching together at the screen: a list to take along, on paper or on somebody's phone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.bridges.matchpoint import access, actions
from plein.bridges.matchpoint.requests import ScreenRequest, SittingRequest
from plein.bridges.overviews import actions as overviews
from plein.bridges.overviews.forms import SendForm
from plein.bridges.overviews.looking import look, taken_along
from plein.foundation import jobs
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
    looked = look(request.community, sitting.found, actions.listed(sitting), notes=False, most=MOST)
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
    }
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/list.html", context, status=status)
