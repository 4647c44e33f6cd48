"""Joining: three fields, a code, and a page for who is not active yet."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts import limits
from plein.foundation.accounts.addresses import shown
from plein.foundation.accounts.forms import CodeForm
from plein.foundation.accounts.models import Account
from plein.foundation.communities import actions, entrance
from plein.foundation.communities.forms.joining import JoinForm
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.views.arriving import (
    allow_carry,
    arrive,
    arrive_or_ask,
    begin,
    send_code,
    thought_gone,
    too_often,
)
from plein.lib.formality import reading
from plein.lib.visitors import address_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
NOBODY = "niemand@voorbeeld.nl"
"""Where the code of a machine does not go to."""


@never_cache
@get_or_post
def join(request: PleinRequest) -> HttpResponse:
    """Name, phone or mail, wijk. Who is known already simply signs in with the code."""
    if entrance.is_elsewhere(request):
        return entrance.go_to_town(request, "accounts:join")
    entrance.note_carry(request)
    if request.member is not None:
        return arrive_or_ask(request)
    if request.account and (closed := thought_gone(request, request.account)):
        return closed
    form = _form(request)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    if form.is_trapped:
        entrance.begin(request, form.cleaned_data.get("address") or NOBODY, terug="/")
        return redirect("accounts:code")
    if _is_proved(request):
        return _join_at_once(request, form)
    try:
        limits.count("join.ip", address_of(request.META, settings.PROXIES))
        send_code(request, form.cleaned_data["address"])
    except limits.TooOften as wrong:
        form.add_error(None, too_often(wrong, request.community))
        return _page(request, form, status=429)
    _wait(request, form)
    return redirect("accounts:code")


@require_GET
def younger(request: PleinRequest) -> HttpResponse:
    """What somebody can do who may not join by themselves yet (H6)."""
    context = {"least_age": request.community.tree.town.least_age}
    return render_page(request, "communities/younger.html", context)


@require_GET
def gone_already(request: PleinRequest) -> HttpResponse:
    """We thought that you were gone: the same words for everybody, and nobody's name."""
    return render_page(request, "communities/thought_gone.html")


@never_cache
@get_or_post
def not_active(request: PleinRequest) -> HttpResponse:
    """Says plainly that an account is not active yet, what to do, and whom to call."""
    member, busy = request.member, entrance.busy(request)
    if member and member.is_here:
        return redirect(entrance.back(request))
    if busy is None and member is None:
        return redirect("accounts:sign-in")
    if request.method == "POST":
        return _send_to_waiting(request)
    address = busy["address"] if busy else _own_address(request.account)
    context = {"form": CodeForm(), "address": shown(address) if address else "", "busy": busy}
    return render_page(request, "communities/not_active.html", context)


def _form(request: PleinRequest) -> JoinForm:
    tree = request.community.tree
    site = entrance.carry_site(request) or request.community
    proved = _is_proved(request)
    return JoinForm(request.POST or None, tree=tree, here=site, proved=proved)


def _page(request: PleinRequest, form: JoinForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "terug": entrance.back(request),
        "least_age": request.community.tree.town.least_age,
        "proved": _is_proved(request),
    }
    response = render_page(request, "communities/join.html", context, status=status)
    return allow_carry(request, response)


def _is_proved(request: PleinRequest) -> bool:
    """Signed in without a place here, or just came through the code page."""
    return request.account is not None or entrance.PROVED in request.session


def _join_at_once(request: PleinRequest, form: JoinForm) -> HttpResponse:
    account = request.account
    if account is None:
        address = request.session[entrance.PROVED]
        account = Account.objects.at(address).first() or Account.objects.create_at(address)
    actions.join(
        account,
        town=request.community.tree.town,
        name=form.cleaned_data["name"],
        home=form.chosen_home(),
        language=reading(),
    )
    if request.account is None:
        accounts.sign_in(request, account, way=entrance.proved_way(request))
    entrance.done(request)
    return arrive(request, entrance.back(request))


def _wait(request: PleinRequest, form: JoinForm) -> None:
    address = form.cleaned_data["address"]
    waiting = actions.wait(
        request.community.tree.town,
        name=form.cleaned_data["name"],
        home=form.chosen_home(),
        address=address,
        language=reading(),
    )
    begin(request, address, waiting=str(waiting.pk))


def _send_to_waiting(request: PleinRequest) -> HttpResponse:
    """Send the code once more, to the address of who waits."""
    busy = entrance.busy(request)
    address = busy["address"] if busy else _own_address(request.account)
    if not address:
        return redirect("accounts:not-active")
    if busy is None:
        begin(request, address)
    try:
        send_code(request, address)
        messages.success(request, _("We sent you a new code."))
    except limits.TooOften as wrong:
        messages.error(request, too_often(wrong, request.community))
    return redirect(f"{reverse('accounts:code')}?{urlencode({'terug': entrance.back(request)})}")


def _own_address(account: Account | None) -> str:
    return (account.email or account.phone or "") if account else ""
