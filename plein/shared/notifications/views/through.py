"""'Via iemand die ik ken': choosing who, asking them, and their own yes or no."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plein.foundation.audit.actions import record
from plein.foundation.communities.access import member_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.shared.notifications import access, asking_somebody, go_betweens
from plein.shared.notifications.forms import AnswerForm, GoBetweenForm
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@member_required
def choose_somebody(request: MemberRequest) -> HttpResponse:
    return _choose(request, request.member, back="notifications:told")


@get_or_post
@member_required
def choose_for(request: MemberRequest, key: UUID) -> HttpResponse:
    """Said on the phone by who has no screen; the audit names who wrote it down."""
    member = access.member_on_the_phone(request.member, request.community, key)
    return _choose(request, member, back="dayboard:today")


def _choose(request: MemberRequest, member: Member, *, back: str) -> HttpResponse:
    row = go_betweens.of(member)
    now = {"name": row.name, "phone": row.phone, "may_hear": row.may_hear} if row else {}
    form = GoBetweenForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        agreed = asking_somebody.choose_somebody(member, **form.cleaned_data, by=request.member)
        said = _("Saved. We call this person.") if agreed else _("Saved. First we ask this person.")
        messages.success(request, said)
        return redirect(back)
    context = {"form": form, "row": row, "of": member}
    status = 422 if form.errors else 200
    return render_page(request, "notifications/somebody.html", context, status=status)


@get_or_post
@member_required
def ask_somebody(request: MemberRequest, key: UUID) -> HttpResponse:
    """A connector calls, or sends the question in a text; and notes the answer."""
    row = access.go_between(request.member, request.community, key)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        match form.cleaned_data["answer"]:
            case "yes":
                asking_somebody.said_yes(row, by=request.member)
            case "no":
                asking_somebody.said_no(row, by=request.member)
            case _ if asking_somebody.can_text(row):
                asking_somebody.send_text(row, by=request.member)
                messages.success(request, _("The question is on its way as a text."))
                return redirect(request.path)
        messages.success(request, _("Noted. Thank you for calling."))
        return redirect("dayboard:today")
    record("notifications.member.looked_at", on=row.member, by=request.member)
    context = {"row": row, "can_text": asking_somebody.can_text(row)}
    return render_page(request, "notifications/ask_somebody.html", context)


@never_cache
@get_or_post
def say_yes(request: PleinRequest, key: str) -> HttpResponse:
    """From the text message. A page first; only a tap answers (H18)."""
    row = asking_somebody.with_key(key, request.community)
    if row is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    answer = form.cleaned_data["answer"] if request.method == "POST" and form.is_valid() else ""
    if answer == "yes":
        asking_somebody.said_yes(row, by=None)
    elif answer == "no":
        asking_somebody.said_no(row, by=None)
    context = {"row": row, "answer": answer}
    return render_page(request, "notifications/say_yes.html", context)
