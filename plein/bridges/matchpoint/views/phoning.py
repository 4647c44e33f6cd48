"""Somebody calls a host with their slip: hear the answers, and say something back."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.matchpoint import access, actions, queries
from plein.bridges.matchpoint.forms import SlipForm, said_to_be_lost
from plein.bridges.telephone import caller_key
from plein.bridges.telephone.views.talking import read_and_answer
from plein.features.noticeboard import access as board_access
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("matchpoint.keep")
def look_up(request: MemberRequest) -> HttpResponse:
    """Somebody calls with their slip: the host reads the answers aloud and notes a reply."""
    form, member = SlipForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            member = actions.read_slip(
                said["code"],
                said["picture"],
                community=request.community,
                who=str(request.member.pk),
                by=request.member,
            )
        except actions.SaidToBeLost:
            form.add_error(None, said_to_be_lost())
        except actions.WrongSlip:
            form.add_error(None, _("This code and picture do not belong together. Look again."))
        except TooOften:
            form.add_error(None, _("That was tried too often. Wait a quarter of an hour."))
    context = {
        "form": form,
        "resident": member,
        "key": caller_key.made(member, by=request.member) if member else "",
        "asked": queries.asked_by(member) if member else (),
    }
    status = 422 if form.errors else 200
    return access.unkept(render_page(request, "matchpoint/look_up.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("matchpoint.keep")
def answer(request: MemberRequest, key: str, code: str) -> HttpResponse:
    """What the caller says counts as their own answer; the audit says who wrote it down."""
    pk = caller_key.read(key, by=request.member)
    if pk is None:
        raise Http404
    caller = Member.objects.here().filter(town=request.community.town_id, pk=pk).first()
    if caller is None:
        raise Http404
    response = board_access.response_in(caller, request.community, code)
    if response.post.author_id != caller.pk or response.author_id == request.member.pk:
        raise Http404
    tell = reverse("telephone:tell-caller", args=[key])
    page = read_and_answer(request, response, back=reverse("matchpoint:look-up"), tell=tell)
    return access.unkept(page)
