"""Choosing together: from a thing to a slip with a code."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.overviews.access import basket
from plein.bridges.referrals import access, actions, telling
from plein.bridges.referrals.forms import GiveForm
from plein.foundation import jobs
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

PAPERS = {"a6": "a6", "bon": "strip"}
"""As in the address, and the name of its style."""


@require_http_methods(["GET", "HEAD", "POST"])
@access.giver_required
def give(request: MemberRequest, key: UUID) -> HttpResponse:
    row = access.thing(request.community, str(key))
    form = GiveForm(request.POST or None, tells=telling.can_be_told(row))
    if request.method == "POST" and form.is_valid():
        return _given(request, key, form)
    context = {"row": row, "form": form, "form_key": jobs.new_form_key()}
    status = 422 if form.errors else 200
    return render_page(request, "referrals/give.html", context, status=status)


@transaction.atomic
def _given(request: MemberRequest, key: UUID, form: GiveForm) -> HttpResponse:
    """A second press of the same button leads to the same slip."""
    form_key = request.POST.get("form_key", "")
    if not jobs.first_time(form_key):
        return redirect(jobs.remembered(form_key) or "referrals:mine")
    row = access.thing(request.community, str(key))
    referral = actions.give(
        row, community=request.community, by=request.member, **form.cleaned_data
    )
    jobs.remember(form_key, referral.get_absolute_url())
    return redirect(referral)


@require_safe
@never_cache
@access.giver_required
def slip(request: MemberRequest, key: UUID) -> HttpResponse:
    """On paper as A6 or on a receipt; what was chosen may be over, the code stays."""
    referral = access.given(request.member, key)
    context = {
        "referral": referral,
        "row": next(iter(basket(request.community, [str(referral.about)])), None),
        "paper": PAPERS.get(request.GET.get("papier", ""), "a6"),
    }
    return render_page(request, "referrals/slip.html", context)
