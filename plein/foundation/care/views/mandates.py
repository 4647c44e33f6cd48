"""A mandate: given, ended, handed over, and the card with which a client takes over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.foundation.care import access, actions, codes
from plein.foundation.care.forms.clients import ExtendForm, HandOverForm, MandateForm
from plein.foundation.care.gate import caseload_required
from plein.foundation.care.models import Mandate
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@caseload_required
def give(request: MemberRequest, pk: UUID) -> HttpResponse:
    client = access.client(request.member, request.community, pk)
    form = MandateForm(request.POST if request.method == "POST" else None)
    if client.gone_at:
        return redirect("care:client-gone", pk)
    if form.is_bound and form.is_valid():
        actions.give_mandate(client, by=request.member, **form.cleaned_data)
        messages.success(request, _("Noted. You can now ask something for this person."))
        return redirect("care:client", pk)
    context = {"form": form, "client": client, "agreement": client.caseload.agreement}
    status = 422 if form.errors else 200
    return render_page(request, "care/give_mandate.html", context, status=status)


@get_or_post
@caseload_required
def extend(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The client says once more that it is all right; asks on its word stay as they are."""
    mandate = access.mandate(request.member, request.community, pk)
    form = ExtendForm(request.POST if request.method == "POST" else None)
    over = not mandate.stands
    if form.is_bound and form.is_valid() and not over:
        try:
            actions.extend_mandate(mandate, by=request.member, **form.cleaned_data)
            messages.success(request, _("Extended. The asks for this person stay as they are."))
            return redirect("care:client", mandate.client_id)
        except actions.MandateIsOver:
            over = True
    if over:
        messages.error(request, _("This has ended already."))
        return redirect("care:client", mandate.client_id)
    status = 422 if form.errors else 200
    context = {"form": form, "mandate": mandate}
    return render_page(request, "care/extend_mandate.html", context, status=status)


@get_or_post
@caseload_required
def end(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The client took it back: asks on its word close. Or a colleague goes on."""
    mandate = access.mandate(request.member, request.community, pk)
    if request.method == "POST":
        actions.end_mandate(mandate, Mandate.Ended.WITHDRAWN, by=request.member)
        messages.success(request, _("It has ended. Asks for this person are closed."))
        return redirect("care:client", mandate.client_id)
    return render_page(request, "care/end_mandate.html", {"mandate": mandate})


@get_or_post
@caseload_required
def hand_over(request: MemberRequest, pk: UUID) -> HttpResponse:
    mandate = access.mandate(request.member, request.community, pk)
    team = [
        one for one in access.team_of(mandate.client.caseload) if one.pk != mandate.professional_id
    ]
    form = HandOverForm(request.POST if request.method == "POST" else None, team=team)
    if form.is_bound and form.is_valid():
        try:
            actions.hand_over(mandate, by=request.member, **form.cleaned_data)
            messages.success(request, _("Your colleague asks for this person from now on."))
        except actions.MandateIsOver:
            messages.error(request, _("This has ended already."))
        return redirect("care:client", mandate.client_id)
    context = {"form": form, "mandate": mandate, "team": team}
    status = 422 if form.errors else 200
    return render_page(request, "care/hand_over.html", context, status=status)


@get_or_post
@caseload_required
def card(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A button makes the code, and the page with it is printed. It is shown once."""
    mandate = access.mandate(request.member, request.community, pk)
    context: dict[str, object] = {"mandate": mandate}
    if request.method == "POST":
        try:
            code = actions.make_card(mandate, by=request.member)
        except actions.MandateIsOver:
            messages.error(request, _("This has ended already."))
            return redirect("care:client", mandate.client_id)
        url = absolute(request.community, reverse("care:take-over"))
        context |= {
            "code": codes.in_halves(code),
            "url": url.partition("://")[2].rstrip("/"),
            "until": mandate.card_until,
        }
    return render_page(request, "care/card.html", context)
