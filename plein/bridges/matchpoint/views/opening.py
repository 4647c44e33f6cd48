"""Opening the day, the first page of a screen, and wiping it."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.bridges.matchpoint import access, actions, cookie, queries
from plein.bridges.matchpoint.access import unkept
from plein.bridges.matchpoint.forms import PinForm, WhoForm
from plein.bridges.matchpoint.requests import ScreenRequest, SittingRequest
from plein.features.noticeboard import promise
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page


@require_safe
def start(request: PleinRequest) -> HttpResponse:
    """Two big buttons. On any other computer: what this page is."""
    device = access.device_of(request, request.community)
    if device is None:
        return unkept(render_page(request, "matchpoint/closed.html"))
    if device.host is None:
        return unkept(redirect("matchpoint:who"))
    context = {
        "device": device,
        "sitting": access.sitting_at(device),
        "wiped": "leeg" in request.GET,
        "asked": request.GET.get("leeg") == "vraag",
        "takes_asks": promise.watch(device.matchpoint.community).takes_asks,
    }
    return unkept(render_page(request, "matchpoint/start.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def open_day(request: PleinRequest, key: str) -> HttpResponse:
    """The host types the PIN: from now until midnight this screen is a matchpoint."""
    matchpoint = access.to_open(request.community, key)
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            device, secret = actions.open_screen(matchpoint, form.cleaned_data["pin"])
        except actions.WrongPin:
            form.add_error("pin", _("That is not the PIN of this matchpoint."))
        except TooOften:
            form.add_error("pin", _("That was tried too often. Wait a quarter of an hour."))
        else:
            logout(request)
            response = unkept(redirect("matchpoint:who"))
            cookie.give(response, secret, until=device.until, secure=request.is_secure())
            return response
    context = {"form": form, "matchpoint": matchpoint}
    status = 422 if form.errors else 200
    return unkept(render_page(request, "matchpoint/open.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
def who(request: PleinRequest) -> HttpResponse:
    """Once a day: whose name stands above every page. Somebody else opens the day anew."""
    device = access.device_of(request, request.community)
    if device is None or device.host is not None:
        return unkept(redirect("matchpoint:start"))
    hosts = {host.pk: host for host in queries.hosts(device.matchpoint)}
    form = WhoForm(request.POST or None, hosts=list(hosts.values()))
    if request.method == "POST" and form.is_valid():
        actions.sit_beside(device, hosts[form.cleaned_data["host"]])
        return unkept(redirect("matchpoint:start"))
    context = {"form": form, "hosts": hosts}
    status = 422 if form.errors else 200
    return unkept(render_page(request, "matchpoint/who.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@access.at_screen
def wipe(request: ScreenRequest) -> HttpResponse:
    """By a button. Whoever comes here otherwise, for the network failed, goes to the start."""
    if request.method != "POST":
        return redirect("matchpoint:start")
    sitting = access.sitting_at(request.device)
    actions.wipe(request.device)
    if request.session.session_key:
        logout(request)
    rotate_token(request)
    after = "vraag" if sitting and sitting.member_id else "scherm"
    response = redirect(f"{reverse('matchpoint:start')}?leeg={after}")
    cookie.forget_reader(response)
    return response


@require_POST
@access.sitting_required
def still_here(request: SittingRequest) -> HttpResponse:
    """The page tells that somebody is typing."""
    actions.still_here(request.sitting)
    return HttpResponse(status=204)


@require_safe
@access.sitting_required
def quiet(request: SittingRequest) -> HttpResponse:
    """Without JavaScript a page leads here by itself after a long silence. No sign of life."""
    searching = bool(request.sitting.found) and not request.sitting.answers
    context = {"device": request.device, "searching": searching}
    return render_page(request, "matchpoint/quiet.html", context)
