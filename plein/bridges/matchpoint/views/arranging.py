"""For hosts, on their own account: matchpoints, open screens, and sheets to print."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.matchpoint import access, actions, queries
from plein.bridges.matchpoint.forms import MatchpointForm
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

RIGHT = "matchpoint.keep"


@require_safe
@right_required(RIGHT)
def matchpoints(request: MemberRequest) -> HttpResponse:
    context = {"matchpoints": queries.matchpoints(request.community)}
    return render_page(request, "matchpoint/all.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(RIGHT)
def make(request: MemberRequest) -> HttpResponse:
    form = MatchpointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.make(request.community, by=request.member, **form.cleaned_data)
        messages.success(request, _("The matchpoint is there. Write its address on your card."))
        return redirect("matchpoint:one", made.pk)
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/make.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(RIGHT)
def one(request: MemberRequest, key: UUID) -> HttpResponse:
    """Its address and screens; change it, or close a screen that stands open."""
    matchpoint = access.kept_matchpoint(request.member, request.community, key)
    if closing := request.POST.get("screen"):
        actions.close_screen(matchpoint, _key(closing), by=request.member)
        messages.success(request, _("That screen is closed."))
        return redirect("matchpoint:one", key)
    form = MatchpointForm(request.POST or None, instance=matchpoint)
    if request.method == "POST" and form.is_valid():
        actions.change(matchpoint, by=request.member, **form.cleaned_data)
        messages.success(request, _("Your changes have been saved."))
        return redirect("matchpoint:one", key)
    context = {"matchpoint": matchpoint, "form": form, "screens": queries.screens(matchpoint)}
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/one.html", context, status=status)


@require_safe
@right_required(RIGHT)
def guide(request: MemberRequest, key: UUID) -> HttpResponse:
    """One sheet of paper to lay beside the screen. The PIN is not on it."""
    matchpoint = access.kept_matchpoint(request.member, request.community, key)
    return render_page(request, "matchpoint/guide.html", {"matchpoint": matchpoint})


@require_safe
@right_required(RIGHT)
def cards(request: MemberRequest, key: UUID) -> HttpResponse:
    """Eight blank cards on a sheet: the host writes the code on one where no printer stands."""
    matchpoint = access.kept_matchpoint(request.member, request.community, key)
    context = {"matchpoint": matchpoint, "eight": range(8), "six": range(6)}
    return render_page(request, "matchpoint/cards.html", context)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as odd:
        raise Http404 from odd
