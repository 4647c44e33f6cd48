"""Trying the demo as somebody else, and reading the mail it would have sent."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.bridges.matchpoint.pictures import PICTURES
from plein.demo.logins import operator_account, part_account, parts_of, site_url, sites
from plein.demo.matchpoints import PIN, SLIP_CODE, SLIP_PICTURE, WHO_ASKED, tables_of
from plein.foundation.accounts.actions import sign_in, sign_out
from plein.foundation.accounts.models import Account
from plein.foundation.care import second
from plein.foundation.care.access import admissions_of
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.rights import member_of
from plein.foundation.outbox.models import NO_TOWN, Message
from plein.lib.codes import in_threes
from plein.ui.render import render_page

OPERATORS_PAGE = "/beheer/"
SHOWN = 40


@require_safe
def logins(request: PleinRequest) -> HttpResponse:
    """Everybody a visitor can be here, with what they can try."""
    town = request.community.town
    others = [
        (place, site_url(place, request.path))
        for place, _url in sites()
        if place.pk != request.community.pk
    ]
    operator = request.get_host().rpartition(":")[0] or request.get_host()
    context = {
        "parts": parts_of(town),
        "others": others,
        "tables": tables_of(town),
        "pin": PIN,
        "slip": {
            "name": WHO_ASKED,
            "code": in_threes(SLIP_CODE),
            "picture": SLIP_PICTURE,
            "words": PICTURES[SLIP_PICTURE],
        },
        "operator": operator == settings.OPERATOR_HOST and operator_account(),
    }
    return render_page(request, "demo/logins.html", context)


@require_POST
def become(request: PleinRequest, key: str) -> HttpResponse:
    """Sign in as one of the cast. Exists in the demo only."""
    return _sign_in(request, part_account(key, request.community.town), "/")


@require_POST
def become_operator(request: PleinRequest) -> HttpResponse:
    return _sign_in(request, operator_account(), OPERATORS_PAGE)


@require_safe
def post(request: PleinRequest) -> HttpResponse:
    """The last mails and text messages of this town, and codes to sign in."""
    messages = Message.objects.filter(town_id__in=[request.community.town_id, NO_TOWN])
    context = {
        "posted": messages.order_by("-made_at")[:SHOWN],
        "title": _("Mail and text messages"),
    }
    return render_page(request, "demo/post.html", context)


def _sign_in(request: PleinRequest, account: Account | None, onward: str) -> HttpResponse:
    if account is None:
        raise Http404
    sign_out(request)
    sign_in(request, account, way="demo")
    _pass_second(request, account)
    return redirect(onward)


def _pass_second(request: PleinRequest, account: Account) -> None:
    """A professional of the demo has no phone for the second code, so it counts as given."""
    member = member_of(account.pk, request.community.town_id)
    for admission in admissions_of(member)[:1]:
        second.passed(request, admission)
