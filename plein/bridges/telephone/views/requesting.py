"""'Bel mij terug', and 'Iemand is overleden of verhuisd': for everybody, without an account."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import actions, hours
from plein.bridges.telephone.forms import CallBackForm, TidingsForm
from plein.bridges.telephone.models import Tidings
from plein.features.noticeboard.elsewhere import who_else
from plein.foundation.accounts import addresses
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.requests import PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
def call_back(request: PleinRequest) -> HttpResponse:
    """One field. Says before when we call; with nobody there it says who is."""
    when = hours.hours_of(request.community)
    if not when.answers:
        return _nobody(request)
    form = CallBackForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                return _noted(request, form.cleaned_data["phone"], when)
            except TooOften:
                form.add_error(None, _("That is often. Call us, or try it in an hour."))
        status = 422
    context = {"form": form, "when": when}
    return render_page(request, "telephone/call_back.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def somebody_is_gone(request: PleinRequest) -> HttpResponse:
    """'Iemand is overleden of verhuisd', for anybody. Says nothing of who is a member here."""
    when = hours.hours_of(request.community)
    if not when.answers:
        return _nobody(request)
    form = TidingsForm(request.POST or None, homes=request.community.tree.homes())
    if request.method == "POST" and form.is_valid():
        try:
            told = _tell(request, form)
        except TooOften:
            form.add_error(None, _("That is often. Call us, or try it in an hour."))
        else:
            return render_page(request, "telephone/gone_told.html", {"told": told})
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "when": when}
    return render_page(request, "telephone/gone.html", context, status=status)


def _nobody(request: PleinRequest) -> HttpResponse:
    context = {"elsewhere": who_else(request.community, None)}
    return render_page(request, "telephone/nobody.html", context)


def _tell(request: PleinRequest, form: TidingsForm) -> Tidings:
    said = form.cleaned_data
    told = actions.Told(
        because=said["because"],
        who=said["who"],
        teller=said["teller"],
        phone=said["phone"],
        home=form.homes.get(said["home"], request.community),
    )
    return actions.tell_who_is_gone(told, visitor=address_of(request.META, settings.PROXIES))


def _noted(request: PleinRequest, phone: str, when: hours.Hours) -> HttpResponse:
    visitor = address_of(request.META, settings.PROXIES)
    actions.ask_call(phone, community=request.community, visitor=visitor)
    context = {"phone": addresses.shown(phone), "when": when}
    return render_page(request, "telephone/noted.html", context)
