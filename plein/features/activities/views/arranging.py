"""Hiding, cancelling, calling who has no mail, and asking the organiser something."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.features.activities import access, queries, wording
from plein.features.activities.actions import asking, attending, planning, publishing
from plein.features.activities.forms.arranging import QuestionForm, WhyForm
from plein.foundation.audit import record
from plein.foundation.communities.access import greeted_required, member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import MemberRequest
from plein.shared.conversations.actions import Blocked
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@member_required
def hide(request: MemberRequest, address: Address) -> HttpResponse:
    """A connector takes it from the site, or puts it back."""
    found = access.hideable_activity(request.member, request.community, address.code)
    if request.method == "POST":
        (publishing.show if found.hidden_at else publishing.hide)(found, by=request.member)
        return redirect(found)
    return render_page(request, "activities/hide.html", {"activity": found})


@get_or_post
@member_required
def cancel(request: MemberRequest, address: Address) -> HttpResponse:
    """All of it does not go on, or after all it does."""
    found = access.own_activity(request.member, request.community, address.code)
    if found.is_imported:
        return render_page(request, "activities/of_a_calendar.html", {"activity": found})
    form = WhyForm(request.POST or None)
    if request.method == "POST" and found.is_cancelled:
        planning.revive(found, by=request.member)
        messages.success(request, _("It goes on. Everybody who enrolled hears it."))
        return redirect(found)
    if request.method == "POST" and form.is_valid():
        planning.cancel(found, words=form.cleaned_data["words"], by=request.member)
        messages.success(request, _("It does not go on. Everybody who enrolled hears it."))
        calls = queries.to_call(found)
        return redirect("activities:call", found.address) if calls else redirect(found)
    context = {"activity": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/cancel.html", context, status=status)


@get_or_post
@member_required
def call(request: MemberRequest, address: Address) -> HttpResponse:
    """Who has no mail is called; each look at the numbers is in the audit."""
    found = access.callable_activity(request.member, request.community, address.code)
    if request.method == "POST":
        try:
            attending.was_called(found, UUID(request.POST.get("wie", "")), by=request.member)
        except ValueError as wrong:
            raise Http404 from wrong
        return redirect("activities:call", found.address)
    rows = queries.to_call(found)
    rows_now = queries.different(found.town_id).filter(activity=found)
    ahead = [] if found.is_cancelled else list(rows_now.order_by("starts_at", "id")[:8])
    dates = [(wording.when_words(each), each.is_cancelled) for each in ahead]
    if rows:
        record("activities.activity.call_list_seen", on=found, by=request.member, people=len(rows))
    context = {"activity": found, "rows": rows, "dates": dates}
    return render_page(request, "activities/call.html", context)


@get_or_post
@greeted_required
def ask(request: MemberRequest, address: Address) -> HttpResponse:
    """A talk with the organiser; addresses stay secret."""
    found = access.visible_activity(request.member, request.community, address.code)
    if access.is_organiser(found, request.member):
        return redirect(found)
    helps = found.needs_hands and "helpen" in request.GET
    form = QuestionForm(request.POST or None, initial=_offers_hands() if helps else None)
    if request.method == "POST" and form.is_valid():
        try:
            talk = asking.ask(found, form.cleaned_data["words"], by=request.member)
            return redirect(talk)
        except (asking.NobodyThere, Blocked):
            form.add_error(None, _("The organiser cannot be reached here now."))
    context = {"activity": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/ask.html", context, status=status)


def _offers_hands() -> dict[str, str]:
    """Words to begin with, for who wants to help."""
    return {"words": _("I would like to help with it. What can I do?")}
