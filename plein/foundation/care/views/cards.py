"""Who holds a card or a code: taking an ask over, or saying yes to one."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plein.foundation.accounts import limits
from plein.foundation.care import actions
from plein.foundation.care.forms.clients import CardForm
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.views.arriving import too_often
from plein.lib.visitors import address_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@get_or_post
@member_required
def take_over(request: MemberRequest) -> HttpResponse:
    """Signed in, with the card in hand: from now on it is your own ask."""
    form = CardForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _count(request, request.member.pk.hex)
            actions.take_over(form.cleaned_data["code"], by=request.member)
            return render_page(request, "care/taken_over.html")
        except limits.TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
        except actions.NoSuchCode:
            form.add_error("code", _wrong())
    status = 422 if form.errors else 200
    return render_page(request, "care/take_over.html", {"form": form}, status=status)


@never_cache
@get_or_post
def say_yes(request: PleinRequest) -> HttpResponse:
    """No account is needed to say that somebody may ask for you."""
    form = CardForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _count(request, "")
            town_id = request.community.town_id
            actions.agree_by_code(form.cleaned_data["code"], town_id=town_id, by=request.member)
            return render_page(request, "care/said_yes.html")
        except limits.TooOften as wrong:
            form.add_error(None, too_often(wrong, request.community))
        except actions.NoSuchCode:
            form.add_error("code", _wrong())
    status = 422 if form.errors else 200
    return render_page(request, "care/say_yes.html", {"form": form}, status=status)


def _wrong() -> str:
    return _("This code is not right, or it is too old. Ask who gave it to you for a new one.")


def _count(request: PleinRequest, who: str) -> None:
    ip = address_of(request.META, settings.PROXIES)
    limits.count("try.ip", ip)
    limits.count("try.address", f"card:{who or ip}")
