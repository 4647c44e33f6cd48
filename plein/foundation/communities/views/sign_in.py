"""Signing in with a code or a password, and signing out."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts import limits
from plein.foundation.accounts.addresses import is_landline, shown
from plein.foundation.accounts.forms import AddressForm, CodeForm, PasswordForm
from plein.foundation.communities import entrance
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.views.arriving import (
    allow_carry,
    arrive,
    arrive_or_ask,
    begin,
    is_right,
    proved,
    send_code,
    thought_gone,
    too_often,
)
from plein.lib.visitors import address_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@get_or_post
def sign_in(request: PleinRequest) -> HttpResponse:
    """One field: phone number or mail address. The same answer whether we know it or not."""
    if entrance.is_elsewhere(request):
        return entrance.go_to_town(request, "accounts:sign-in")
    entrance.note_carry(request)
    if request.account is not None:
        return arrive_or_ask(request)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["address"]
        try:
            send_code(request, address)
        except limits.TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
            return _sign_in_page(request, form, status=429)
        begin(request, address)
        return redirect("accounts:code")
    return _sign_in_page(request, form, status=422 if form.errors else 200)


def _sign_in_page(request: PleinRequest, form: AddressForm, status: int) -> HttpResponse:
    terug = entrance.back(request)
    context = {"form": form, "terug": terug, "site_ahead": entrance.carry_site(request)}
    response = render_page(request, "communities/sign_in.html", context, status=status)
    return allow_carry(request, response)


@never_cache
@get_or_post
def code(request: PleinRequest) -> HttpResponse:
    """Six digits prove the address."""
    busy = entrance.busy(request)
    if busy is None:
        return redirect("accounts:sign-in")
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                if way := is_right(request, busy["address"], form.cleaned_data["code"]):
                    return proved(request, busy, way)
                form.add_error("code", _("This code is not right, or too old. Ask for a new one."))
            except limits.TooOften as wrong:
                form.add_error(None, too_often(wrong, request.community))
                status = 429
    address = busy["address"]
    context = {
        "form": form,
        "address": shown(address),
        "landline": is_landline(address),
        "joining": busy["waiting"],
    }
    response = render_page(request, "communities/code.html", context, status=status)
    return allow_carry(request, response)


@require_POST
def send_again(request: PleinRequest) -> HttpResponse:
    """A fresh code to the same address."""
    busy = entrance.busy(request)
    if busy is None:
        return redirect("accounts:sign-in")
    try:
        send_code(request, busy["address"])
        messages.success(request, _("We sent you a new code."))
    except limits.TooOften as wrong:
        messages.error(request, too_often(wrong, request.community))
    return redirect("accounts:code")


@never_cache
@sensitive_post_parameters("password")
@get_or_post
def password(request: PleinRequest) -> HttpResponse:
    """For who set a password in the profile."""
    if entrance.is_elsewhere(request):
        return entrance.go_to_town(request, "accounts:password")
    if request.account is not None:
        return arrive_or_ask(request)
    form = PasswordForm(request.POST or None)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        address, words = form.cleaned_data["address"], form.cleaned_data["password"]
        status = 422
        try:
            limits.count("password.ip", address_of(request.META, settings.PROXIES))
            limits.count("password.browser", f"{address} {entrance.browser_key(request)}")
            limits.count("password.address", address)
            if account := accounts.check_password(address, words):
                if closed := thought_gone(request, account):
                    return closed
                terug = entrance.back(request)
                accounts.sign_in(request, account, way="password")
                return arrive(request, terug)
            form.add_error(None, _("Address and password do not belong together."))
        except limits.TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
            status = 429
    context = {"form": form, "terug": entrance.back(request)}
    response = render_page(request, "communities/sign_in_password.html", context, status=status)
    return allow_carry(request, response)


@never_cache
@get_or_post
def sign_out(request: PleinRequest) -> HttpResponse:
    """A link shows a page with a button; only the button signs out (H18)."""
    if request.method != "POST":
        return render_page(request, "communities/sign_out.html")
    accounts.sign_out(request)
    messages.success(request, _("You are signed out. See you soon!"))
    return redirect("/")
