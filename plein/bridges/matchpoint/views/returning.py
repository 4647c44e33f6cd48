"""Coming back with a slip: my ask, my answers."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.bridges.matchpoint import access, actions, queries
from plein.bridges.matchpoint.forms import LostForm, NewsForm, ReplyForm, SlipForm, said_to_be_lost
from plein.bridges.matchpoint.pictures import PICTURES
from plein.bridges.matchpoint.requests import KnownRequest, ScreenRequest
from plein.features.noticeboard import access as board_access
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import queries as board
from plein.features.noticeboard.forms.life import ConcernForm
from plein.features.noticeboard.forms.talking import TalkForms
from plein.features.noticeboard.models import Post
from plein.foundation.accounts.limits import TooOften
from plein.lib.codes import in_threes
from plein.shared.conversations import actions as conversations
from plein.shared.notifications import asking_somebody, go_betweens
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@access.at_screen
def come_back(request: ScreenRequest) -> HttpResponse:
    form = SlipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, who = form.cleaned_data, str(request.device.pk)
        try:
            member = actions.read_slip(
                said["code"],
                said["picture"],
                community=request.community,
                who=who,
                by=request.host,
            )
        except actions.SaidToBeLost:
            form.add_error(None, said_to_be_lost())
        except actions.WrongSlip:
            form.add_error(None, _("This code and picture do not belong together. Look again."))
        except TooOften:
            form.add_error(None, _("That was tried too often. Wait a quarter of an hour."))
        else:
            actions.know(request.device, member)
            return redirect("matchpoint:mine")
    context = {"form": form, "device": request.device}
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/come_back.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@access.at_screen
def lost(request: ScreenRequest) -> HttpResponse:
    """Nothing of who it is shows before all of it fits; the answer to the tap is the new slip."""
    themes = board.themes(request.community.town_id)
    form = LostForm(request.POST or None, themes=themes)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        told = ("name", "picture", "phone", "day", "theme", "face")
        remembered = actions.Remembered(**{key: said[key] for key in told})
        try:
            member, code = actions.replace_slip(
                remembered, pin=said["pin"], because=said["because"], device=request.device
            )
        except actions.WrongPin:
            form.add_error("pin", _("That is not the PIN of this matchpoint."))
        except actions.WrongSlip:
            form.add_error(None, _("This does not fit. We cannot say what is wrong."))
        except TooOften:
            form.add_error(None, _("That was tried too often. Another time, or ask it anew."))
        else:
            actions.know(request.device, member)
            return slip_page(request, code, said["picture"])
    context = {"form": form, "device": request.device}
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/lost.html", context, status=status)


def slip_page(request: ScreenRequest, code: str, picture: str) -> HttpResponse:
    """Its code is shown once: we keep no code."""
    context = {
        "device": request.device,
        "code": in_threes(code),
        "picture": picture,
        "picture_name": PICTURES[picture],
    }
    return render_page(request, "matchpoint/slip.html", context)


@require_safe
@access.known_required
def mine(request: KnownRequest) -> HttpResponse:
    actions.still_here(request.sitting)
    context = {
        "device": request.device,
        "resident": request.resident,
        "asked": queries.asked_by(request.resident),
        "slip": queries.slip_of(request.resident),
        "through": go_betweens.of(request.resident),
    }
    return render_page(request, "matchpoint/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.known_required
def somebody(request: KnownRequest) -> HttpResponse:
    """Who hears their news, after that person's yes."""
    actions.still_here(request.sitting)
    resident = request.resident
    if "myself" in request.POST:
        asking_somebody.hear_myself(resident, by=request.host)
        return redirect("matchpoint:mine")
    form = NewsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asking_somebody.choose_somebody(
            resident,
            name=form.cleaned_data["through_name"],
            phone=form.cleaned_data["through_phone"],
            may_hear=False,
            by=request.host,
        )
        return redirect("matchpoint:mine")
    through = go_betweens.of(resident)
    context = {"device": request.device, "resident": resident, "form": form, "through": through}
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/somebody.html", context, status=status)


@require_POST
@access.known_required
def found(request: KnownRequest, code: str) -> HttpResponse:
    """'I found somebody': whoever still waits is thanked."""
    post = access.own_post(request.resident, code)
    noticeboard.close(post, Post.Closing.FOUND, by=request.resident)
    return redirect("matchpoint:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@access.known_required
def talk(request: KnownRequest, code: str) -> HttpResponse:
    """One who wants to help: reading, answering, and agreeing on a day."""
    actions.still_here(request.sitting)
    response = board_access.response_in(request.resident, request.community, code)
    assert response.conversation  # noqa: S101 - found by its code
    steps = TalkForms(request.POST, ReplyForm, walk_in=request.device.matchpoint.walk_in)
    trouble = steps.do(
        say=partial(conversations.say, response.conversation, by=request.resident),
        propose=partial(noticeboard.propose, response, by=request.resident),
        confirm=partial(noticeboard.confirm, response, by=request.resident),
        cancel=partial(noticeboard.cancel, response, by=request.resident),
    )
    if trouble == "":
        return redirect("matchpoint:talk", code)
    match = board.match_read_by(request.resident, response)
    context = {
        "device": request.device,
        "resident": request.resident,
        "response": response,
        "said": queries.said_in(response),
        "match": match,
        "proposed_by_me": bool(match and match.proposed_by_id == request.resident.pk),
        "reply": steps.say,
        "agree": steps.agree,
        "trouble": trouble,
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "matchpoint/talk.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@access.known_required
def tell(request: KnownRequest, code: str) -> HttpResponse:
    """Something happened, or they are worried: told here, with the host beside them."""
    actions.still_here(request.sitting)
    response = board_access.response_in(request.resident, request.community, code)
    form = ConcernForm(request.POST or None)
    told = request.method == "POST" and form.is_valid()
    if told:
        said = form.cleaned_data
        noticeboard.tell_concern(
            response, said["kind"], said["about"], by=request.resident, noted_by=request.host
        )
    context = {
        "device": request.device,
        "resident": request.resident,
        "response": response,
        "form": form,
        "told": told,
    }
    status = 422 if form.errors else 200
    return render_page(request, "matchpoint/tell.html", context, status=status)
