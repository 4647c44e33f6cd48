"""How I sign in: another address, a password, or leaving."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts.addresses import Kind, kind_of, shown
from plein.foundation.accounts.forms import AddressForm, CodeForm, NewPasswordForm
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities import actions, entrance
from plein.foundation.communities.access import member_required
from plein.foundation.communities.actions.roles import LastOne
from plein.foundation.communities.hosts import origin
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.views.arriving import is_right, send_code, too_often
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
NEW = "new_address"


@never_cache
@get_or_post
@member_required
def address(request: MemberRequest) -> HttpResponse:
    """A new phone number or mail address begins with a code to that address."""
    if elsewhere := _only_on_town_host(request) or _not_by_spoken_code(request):
        return elsewhere
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            send_code(request, form.cleaned_data["address"])
            request.session[NEW] = form.cleaned_data["address"]
            return redirect("communities:address-code")
        except TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
    account = request.account
    mine = [(kind_of(each), shown(each)) for each in (account.email, account.phone) if each]
    context = {"form": form, "mine": mine}
    status = 422 if form.errors else 200
    return render_page(request, "communities/address.html", context, status=status)


@require_POST
@member_required
def remove_address(request: MemberRequest) -> HttpResponse:
    """The number is lost, or the mailbox is somebody else's now: it opens nothing any more."""
    if elsewhere := _only_on_town_host(request) or _not_by_spoken_code(request):
        return elsewhere
    kind = Kind.MAIL if request.POST.get("welk") == Kind.MAIL else Kind.PHONE
    try:
        actions.remove_address(request.member, kind, site=request.community, by=request.member)
    except accounts.LastAddress:
        messages.error(request, _("With this one you get your codes. First add another one."))
        return redirect("communities:address")
    accounts.keep_signed_in(request, request.account)
    messages.success(request, _("Taken away. On other devices you have to sign in again."))
    return redirect("communities:address")


@never_cache
@get_or_post
@member_required
def address_code(request: MemberRequest) -> HttpResponse:
    new = request.session.get(NEW)
    if not new or (_only_on_town_host(request) or _not_by_spoken_code(request)):
        return redirect("communities:address")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            if is_right(request, new, form.cleaned_data["code"]):
                return _change(request, new)
            form.add_error("code", _("This code is not right, or too old. Ask for a new one."))
        except TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
    context = {"form": form, "address": shown(new)}
    status = 422 if form.errors else 200
    return render_page(request, "communities/address_code.html", context, status=status)


def _change(request: MemberRequest, new: str) -> HttpResponse:
    del request.session[NEW]
    try:
        accounts.change_address(request.account, new, head=head_of(request.community))
    except accounts.AddressIsTaken:
        messages.error(request, _("Somebody else signs in with this address. Choose another one."))
        return redirect("communities:address")
    accounts.keep_signed_in(request, request.account)
    messages.success(request, _("From now on you sign in with this one."))
    return redirect("communities:profile")


@never_cache
@sensitive_post_parameters("password")
@get_or_post
@member_required
def password(request: MemberRequest) -> HttpResponse:
    """For who likes a password better. Taking it away is as easy."""
    if elsewhere := _only_on_town_host(request) or _not_by_spoken_code(request):
        return elsewhere
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and "weg" in request.POST:
        return _set_password(request, None)
    if form.is_bound and form.is_valid():
        return _set_password(request, form.cleaned_data["password"])
    context = {"form": form, "has_one": request.account.has_usable_password()}
    status = 422 if form.errors else 200
    return render_page(request, "communities/password.html", context, status=status)


def _set_password(request: MemberRequest, words: str | None) -> HttpResponse:
    accounts.set_password(request.account, words)
    accounts.keep_signed_in(request, request.account)
    messages.success(request, _("Saved. On other devices you have to sign in again."))
    return redirect("communities:profile")


@never_cache
@get_or_post
@member_required
def leave(request: MemberRequest) -> HttpResponse:
    """A page that tells what goes and what stays, and one button."""
    if request.method != "POST":
        return render_page(request, "communities/leave.html")
    try:
        actions.leave(request.member, by=request.member)
    except LastOne:
        messages.error(request, _("You are the last one who arranges this place. Give that away."))
        return redirect("communities:leave")
    accounts.sign_out(request)
    messages.success(request, _("You left. Thank you for being here. You are always welcome."))
    return redirect("/")


def _only_on_town_host(request: MemberRequest) -> HttpResponse | None:
    """How one signs in is changed where one signs in."""
    if not entrance.is_elsewhere(request):
        return None
    town = request.community.tree.town
    return HttpResponseRedirect(f"{origin(request, town)}{request.path}")


def _not_by_spoken_code(request: MemberRequest) -> HttpResponse | None:
    """Who read the code aloud must not be able to take the account over (H10)."""
    if request.session.get("way") != "spoken":
        return None
    messages.error(
        request, _("First sign in with a code that you get yourself. Then you can change this.")
    )
    return redirect(reverse("communities:profile"))
