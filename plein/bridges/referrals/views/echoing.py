"""For who organises: type the code or follow the link, and tap "came" or "not yet". No account."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plein.bridges.referrals import actions, keys
from plein.bridges.referrals.forms import CodeForm
from plein.bridges.referrals.models import Referral
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.requests import PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page

SAID = (Referral.Echo.CAME, Referral.Echo.NOT_YET)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def type_code(request: PleinRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        visitor = address_of(request.META, settings.PROXIES)
        code = form.cleaned_data["code"]
        try:
            found = actions.find(code, community=request.community, visitor=visitor)
        except actions.WrongCode:
            form.add_error("code", _("We do not know this code. It may be erased already."))
        except TooOften:
            form.add_error("code", _("That was tried too often. Wait an hour, or call us."))
        else:
            return redirect(keys.echo_path(found))
    status = 422 if form.errors else 200
    return render_page(request, "referrals/code.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def echo(request: PleinRequest, key: str) -> HttpResponse:
    """Looking changes nothing: a robot that follows links in a mail says nothing."""
    referral = keys.referral_of(key, request.community)
    if referral is None:
        return render_page(request, "referrals/erased.html", status=404)
    if request.method == "POST":
        said = request.POST.get("echo", "")
        if said not in SAID:
            raise Http404
        actions.answer(referral, said)
        return redirect(request.path)
    return render_page(request, "referrals/echo.html", {"referral": referral})
