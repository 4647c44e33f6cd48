"""What is made anew every month, at an address that stays (BLOCK-10)."""

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.bridges.publications import access, actions
from plein.bridges.publications.content import chosen_by
from plein.bridges.publications.forms import TOO_MANY, TOO_OFTEN, StandingForm
from plein.bridges.publications.models import Order, Standing
from plein.bridges.publications.shapes import BY_KEY
from plein.bridges.publications.views.fetching import sent
from plein.bridges.publications.wording import told
from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def keep(request: MemberRequest, key: str) -> HttpResponse:
    """Renew this one every month."""
    order = access.order_of(request.community, key)
    form = StandingForm(request.POST or None)
    form_key = request.POST.get("form_key") or jobs.new_form_key()
    if form.is_valid():
        try:
            return redirect(_keep(request, order, form, form_key))
        except actions.TooMany:
            form.add_error(None, TOO_MANY)
    context = {"form": form, "form_key": form_key, "order": order, "shape": BY_KEY[order.shape]}
    context["told"] = told(chosen_by(order))
    status = 422 if form.errors else 200
    return render_page(request, "publications/keep.html", context, status=status)


@transaction.atomic
def _keep(request: MemberRequest, order: Order, form: StandingForm, form_key: str) -> str:
    """Once, also for an impatient thumb: else two of them mail each month."""
    if not jobs.first_time(form_key):
        return jobs.remembered(form_key) or reverse("publications:mine")
    made = actions.keep_standing(order, **form.cleaned_data, by=request.member)
    jobs.remember(form_key, made.get_absolute_url())
    return made.get_absolute_url()


@require_safe
@greeted_required
def mine(request: MemberRequest) -> HttpResponse:
    kept = Standing.objects.filter(town=request.community.town_id, by=request.member)
    rows = [(each, BY_KEY[each.shape]) for each in kept]
    return render_page(request, "publications/mine.html", {"rows": rows})


@require_safe
def standing(request: PleinRequest, code: str) -> HttpResponse:
    """The page of it, for everybody who has the address."""
    found = access.standing_of(request.community, code)
    context = {
        "standing": found,
        "shape": BY_KEY[found.shape],
        "told": told(chosen_by(found)),
        "is_mine": bool(request.member and found.by_id == request.member.pk),
        "address": absolute(request.community, found.get_absolute_url()),
    }
    return render_page(request, "publications/standing.html", context)


@never_cache
@require_safe
def newest(request: PleinRequest, code: str) -> HttpResponseBase:
    """The file itself. When something in it changed since, a new one is made first."""
    found = access.standing_of(request.community, code)
    edition = found.edition
    if edition and access.is_still_right(edition, request.community):
        return sent(edition)
    try:
        waiting = actions.order_again(found, by=address_of(request.META, settings.PROXIES))
    except limits.TooOften:
        return HttpResponse(str(TOO_OFTEN), status=429, content_type="text/plain; charset=utf-8")
    return redirect("publications:order", waiting.key)


@require_POST
@greeted_required
def stop(request: MemberRequest, code: str) -> HttpResponse:
    actions.stop(access.my_standing(request.member, request.community, code), by=request.member)
    return redirect("publications:mine")
