"""Somebody of the place calls or writes to who got no answer, and notes how it went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.features.noticeboard import access, actions, promise, queries, shy, wording
from plein.features.noticeboard.forms.clock import ContactForm
from plein.features.noticeboard.models import Contact, Post
from plein.foundation.audit import record
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may
from plein.shared.notifications.go_betweens import number_of
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def call(request: MemberRequest, address: Address) -> HttpResponse:
    """What to say, the number, and one tap for how it went."""
    post = access.waiting_ask(request.member, request.community, address.code)
    if not shy.may_know(post, request.member):
        place = request.community.tree.all[post.community_id]
        return by_another(request, post, shy.knowers(post.known_to, place, post.author))
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.note_contact(post, form.cleaned_data["result"], by=request.member)
        messages.success(request, _noted(form.cleaned_data["result"]))
        return redirect("noticeboard:call", post.address)
    if request.method == "GET":
        record("noticeboard.number.seen", on=post, by=request.member)
        actions.look_at(post, by=request.member)
    context = {
        "post": post,
        "form": form,
        "number": number_of(post.author),
        "clock": queries.clock_of(post),
        "contacts": queries.contacts_with(post),
        "answered": promise.has_helper(post),
        "wrong_number": queries.number_is_wrong(post),
        "spoken": promise.spoke_at(post) is not None,
        "facts": wording.facts(post),
        "may_end": access.may_end(post, request.member),
        "looks_for_helpers": may(request.member, "post.arrange", post.community),
    }
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/call.html", context, status=status)


def _noted(result: str) -> str:
    if result == Contact.Result.WRONG:
        return _("Noted. Nothing stops: the ask still waits. Write a letter, or go by.")
    return _("Noted. Thank you for calling.")


def by_another(request: MemberRequest, post: Post, people: list[Member]) -> HttpResponse:
    """The asker picked who may know it: these people call, by name."""
    context = {"post": post, "teaser": wording.teaser(post), "people": people}
    return render_page(request, "noticeboard/call_by_another.html", context)


@require_POST
@greeted_required
def unmet(request: MemberRequest, address: Address) -> HttpResponse:
    """'Het is ons niet gelukt', after a talk with the asker."""
    post = access.spoken_ask(request.member, request.community, address.code)
    try:
        actions.admit_unmet(post, by=request.member)
    except actions.NotSpoken:
        messages.error(request, _("First speak with the asker. No ask ends in silence."))
        return redirect("noticeboard:call", post.address)
    messages.success(request, _("The ask is closed. The asker gets a message about it."))
    return redirect("noticeboard:call", post.address)
