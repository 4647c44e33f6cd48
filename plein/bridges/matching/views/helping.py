"""For who wants to help: how often we may ask, why we did not, and the truth from the figures."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.matching import said
from plein.bridges.matching.actions import choosing
from plein.bridges.matching.forms import AtOnceForm, HowOftenForm
from plein.bridges.matching.queries import suggested, truth
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def how_often(request: MemberRequest) -> HttpResponse:
    now = truth.known_of(request.member).weekly
    posted = request.POST if request.method == "POST" else None
    form = HowOftenForm(posted, initial={"weekly": now})
    if form.is_valid():
        choosing.choose_weekly(request.member, form.cleaned_data["weekly"], by=request.member)
        messages.success(request, _("Saved."))
        return redirect("matching:for-you")
    status = 422 if form.errors else 200
    question = _("How often may we ask you something?")
    context = {"form": form, "question": question, "back_url": reverse("matching:for-you")}
    return render_page(request, "matching/how_often.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def at_once(request: MemberRequest) -> HttpResponse:
    now = truth.known_of(request.member).at_once
    posted = request.POST if request.method == "POST" else None
    form = AtOnceForm(posted, initial={"at_once": now or 0})
    if form.is_valid():
        most = form.cleaned_data["at_once"] or None
        choosing.choose_at_once(request.member, most, by=request.member)
        messages.success(request, _("Saved."))
        return redirect("matching:for-you")
    status = 422 if form.errors else 200
    question = _("How many people do you want to help at the same time?")
    context = {"form": form, "question": question, "back_url": reverse("matching:for-you")}
    return render_page(request, "matching/at_once.html", context, status=status)


@require_safe
@member_required
def why_nothing(request: MemberRequest) -> HttpResponse:
    """What was looked at, and what would help. It is never about who somebody is."""
    context = {
        "known": truth.known_of(request.member),
        "themes": truth.asks_in_my_themes(request.member),
        "truth": truth.truth_of(request.community),
        "further": said.further(suggested.feature_of(request.member.pk, request.member)),
    }
    return render_page(request, "matching/why_nothing.html", context)


@require_safe
def truth_piece(request: PleinRequest) -> HttpResponse:
    """What a helper may expect here, and two things that can be done today. For everybody."""
    context = {"truth": truth.truth_of(request.community)}
    return render_page(request, "matching/truth.html", context, part="truth")
