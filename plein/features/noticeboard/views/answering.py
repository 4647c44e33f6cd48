"""'I want to do this' and 'Yes, please'."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.features.noticeboard import access, actions, browser, queries, rungs, wording
from plein.features.noticeboard.forms.answering import ResponseForm
from plein.features.noticeboard.models import Post, Response
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.access import member_required, to_page
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.proofs import wording as wording_of_proofs
from plein.lib.visitors import address_of
from plein.shared.conversations.actions import Blocked, ConversationIsClosed
from plein.ui.render import render_page

NOT_OPEN = _("This is not open any more. Thank you for wanting to help.")


@require_http_methods(["GET", "HEAD", "POST"])
def respond(request: PleinRequest, address: Address) -> HttpResponse:
    """A short form. Who is new here writes first, and then tells a name and a number."""
    found = access.visible_post(request.member, request.community, address.code)
    if request.member is None:
        return _keep(request, found)
    return _respond(request, found)


def _keep(request: PleinRequest, found: Post) -> HttpResponse:
    """What a guest writes waits under the key of this browser until they have joined."""
    key = browser.digest(request)
    kept = access.kept_answer(found, key)
    form = ResponseForm(
        request.POST or None, is_ask=found.is_ask, written=kept.message if kept else ""
    )
    if form.is_bound and form.is_valid() and not found.is_open:
        form.add_error(None, NOT_OPEN)
    if not form.is_valid():
        return _page(request, found, form)
    made = "" if key else browser.new_key()
    words, mine = form.cleaned_data["message"], key or browser.digest_of(made)
    visitor = address_of(request.META, settings.PROXIES)
    try:
        actions.keep_answer(found, words, browser=mine, visitor=visitor)
    except TooOften:
        form.add_error(None, wording.too_much())
        return _page(request, found, form)
    there = reverse("noticeboard:respond-send", args=[found.address])
    response = to_page("accounts:join", request, there)
    if made:
        browser.give(response, made, secure=request.is_secure())
    return response


@member_required
def _respond(request: MemberRequest, found: Post) -> HttpResponse:
    if elsewhere := _elsewhere(request, found):
        return elsewhere
    if request.method == "POST":
        return _send(request, found, request.POST or None)
    kept = access.kept_answer(found, browser.digest(request))
    written = kept.message if kept else ""
    return _page(request, found, ResponseForm(is_ask=found.is_ask, written=written))


@require_GET
@member_required
def send(request: MemberRequest, address: Address) -> HttpResponse:
    """Where somebody lands after joining. They pressed 'send' in this browser just before, so this
    only finishes that: bound to the browser's key, once, and for two hours."""
    found = access.visible_post(request.member, request.community, address.code)
    if elsewhere := _elsewhere(request, found):
        return elsewhere
    kept = access.kept_answer(found, browser.digest(request))
    if kept is None or kept.sent_at < timezone.now() - browser.SENT_LIVES:
        return redirect("noticeboard:respond", found.address)
    return _send(request, found, {"message": kept.message})


def _elsewhere(request: MemberRequest, found: Post) -> HttpResponse | None:
    """To one's own post, or to the answer that one gave before."""
    if found.author_id == request.member.pk:
        return redirect(found)
    response = queries.my_response(found, request.member)
    if response and not response.answers_anew:
        return _to_talk(response)
    return None


def _send(request: MemberRequest, found: Post, said: Any) -> HttpResponse:
    form = ResponseForm(said, is_ask=found.is_ask)
    if form.is_valid():
        kept = access.kept_answer(found, browser.digest(request))
        try:
            response = actions.respond(
                found, form.cleaned_data["message"], kept=kept, by=request.member
            )
            return _to_talk(response)
        except (actions.PostIsClosed, Blocked, ConversationIsClosed):
            form.add_error(None, NOT_OPEN)
    return _page(request, found, form)


def _page(request: PleinRequest, found: Post, form: ResponseForm) -> HttpResponse:
    member = request.member
    readable = access.may_read(found, member)
    context = {
        "teaser": wording.teaser(found),
        "title": found.title if readable else "",
        "name": found.byline if readable else "",
        "form": form,
        "is_open": found.is_open,
        "guest": member is None,
        "greeted": member is not None and member.is_greeted,
    } | (missing_context(found, member) if member else {})
    status = 422 if form.is_bound or request.method == "POST" else 200
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
