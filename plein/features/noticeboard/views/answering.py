"""'I want to do this' and 'Yes, please'."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.features.noticeboard import access, actions, queries, rungs, wording
from plein.features.noticeboard.forms.answering import ResponseForm
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.access import member_required, to_page
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.proofs import wording as wording_of_proofs
from plein.shared.conversations.actions import Blocked, ConversationIsClosed
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
def respond(request: PleinRequest, address: Address) -> HttpResponse:
    """A short form. Who is new here first tells a name and a number, and comes back."""
    found = access.visible_post(request.member, request.community, address.code)
    if request.account is None:
        return to_page("accounts:join", request)
    return _respond(request, found)


@member_required
def _respond(request: MemberRequest, found: Post) -> HttpResponse:
    if found.author_id == request.member.pk:
        return redirect(found)
    response = queries.my_response(found, request.member)
    if response and response.state != Response.State.WITHDRAWN:
        return _to_talk(response)
    form = ResponseForm(request.POST or None, is_ask=found.is_ask)
    if request.method == "POST" and form.is_valid():
        try:
            return _to_talk(actions.respond(found, form.cleaned_data["message"], by=request.member))
        except (actions.PostIsClosed, Blocked, ConversationIsClosed):
            form.add_error(None, _("This is not open any more. Thank you for wanting to help."))
    return _page(request, found, form, 422 if request.method == "POST" else 200)


def _page(request: MemberRequest, found: Post, form: ResponseForm, status: int) -> HttpResponse:
    readable = access.may_read(found, request.member)
    context = {
        "teaser": wording.teaser(found),
        "title": found.title if readable else "",
        "name": found.byline if readable else "",
        "form": form,
        "is_open": found.is_open,
        "greeted": request.member.is_greeted,
    } | missing_context(found, request.member)
    return render_page(request, "noticeboard/respond.html", context, status=status)


def missing_context(found: Post, member: Member) -> dict[str, object]:
    """What this task asks that who helps does not have yet, and the way to get it."""
    helper = member if found.is_ask else found.author
    rung = rungs.missing_of(helper, found) if member.is_greeted else None
    return {
        "missing": wording_of_proofs.asked(rung) if rung else "",
        "how_to_get": rungs.how_to_get(rung, found) if found.is_ask else "",
    }


def _to_talk(response: Response) -> HttpResponse:
    if response.conversation:
        return redirect(response.conversation)
    return redirect(response.post)


@require_POST
@member_required
def withdraw(request: MemberRequest, address: Address) -> HttpResponse:
    response = access.own_response(request.member, request.community, address.code)
    actions.withdraw(response, by=request.member)
    messages.success(request, _("You have taken your answer back. We told it kindly."))
    return redirect("noticeboard:mine")
