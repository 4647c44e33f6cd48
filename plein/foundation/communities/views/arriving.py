"""An address is proved: to the page somebody was going to, here or on another host of the town."""

from datetime import timedelta
from math import ceil
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts import limits
from plein.foundation.accounts.addresses import is_abroad
from plein.foundation.accounts.models import Account
from plein.foundation.communities import actions, entrance
from plein.foundation.communities.hosts import allow_forms_to, origin
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.reading import keep_reading
from plein.foundation.communities.requests import PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page


def too_often(wrong: limits.TooOften, site: Community) -> str:
    """How long it takes before it works again, and whom to call meanwhile."""
    left = wrong.until - timezone.now() if wrong.until else timedelta(minutes=15)
    if left > timedelta(hours=1):
        words = _("That was too often for today. Tomorrow it works again, or call us.")
    else:
        minutes = max(1, ceil(left.total_seconds() / 60))
        words = ngettext(
            "That was too often. Wait %(minutes)s minute, or call us.",
            "That was too often. Wait %(minutes)s minutes, or call us.",
            minutes,
        ) % {"minutes": minutes}
    return f"{words} {site.phone}".strip()


@never_cache
@require_POST
def carry_on(request: PleinRequest) -> HttpResponse:
    """Already signed in here: one tap to go on over there."""
    return arrive(request, "/") if request.account else redirect("accounts:sign-in")


@never_cache
@require_GET
def come_in(request: PleinRequest) -> HttpResponse:
    """On the other host: the key opens once, in the browser that asked."""
    terug = entrance.back(request)
    carried = accounts.take_over(
        request.GET.get("sleutel", ""),
        host=request.community.host or "",
        browser=request.session.get(entrance.BROWSER, ""),
    )
    if carried is None:
        messages.error(request, _("That did not work. Sign in once more."))
        return redirect(f"{reverse('accounts:sign-in')}?{urlencode({'terug': terug})}")
    accounts.sign_in(request, carried.account, way="carried")
    carried.to_session = request.session.session_key or ""
    carried.save(update_fields=["to_session"])
    return keep_reading(_member(request), redirect(terug))


def begin(request: PleinRequest, address: str, waiting: str = "") -> None:
    """This browser is going to prove an address. Who waited here with another one, is forgotten."""
    before = entrance.busy(request)
    if before and before["waiting"] and before["waiting"] != waiting:
        if before["address"] == address and not waiting:
            waiting = before["waiting"]
        else:
            actions.choose_another(request.community.tree.town, before["waiting"])
    entrance.begin(request, address, terug=entrance.back(request), waiting=waiting)


def send_code(request: PleinRequest, address: str) -> None:
    """Count, then send. The counting is the same for every address."""
    place = address_of(request.META, settings.PROXIES)
    limits.count("code.ip", place)
    limits.count("code.here", f"{address} {place}")
    limits.count("code.here.day", f"{address} {place}")
    limits.count("code.address", address)
    limits.count("code.address.day", address)
    if is_abroad(address):
        limits.count("code.abroad", "", most=settings.TEXTS_ABROAD_A_DAY)
    town = request.community.tree.town
    accounts.ask_code(
        address,
        town_id=town.pk,
        browser=entrance.browser_key(request),
        head=head_of(request.community),
    )


def proved(request: PleinRequest, busy: entrance.Busy, way: str) -> HttpResponse:
    """The address belongs to who sits here: sign in, or go on joining."""
    address, town_id = busy["address"], request.community.town_id
    account = Account.objects.at(address).first()
    if account and not account.is_active:
        messages.error(request, _("You cannot come in with this address. Call us."))
        entrance.done(request)
        return redirect("accounts:sign-in")
    if account and (closed := thought_gone(request, account)):
        return closed
    waiting = _waiting(request, busy)
    if waiting and account is None:
        account = Account.objects.create_at(address)
    if account is None:
        entrance.prove(request, address, way)
        return redirect(f"{reverse('accounts:join')}?{urlencode({'terug': busy['terug']})}")
    if waiting:
        actions.confirm(waiting, account=account)
    elif member := Member.objects.filter(town=town_id, account=account).first():
        actions.activate(member, by=None, way="code")
    accounts.sign_in(request, account, way=way)
    entrance.done(request)
    return arrive(request, busy["terug"])


def thought_gone(request: PleinRequest, account: Account) -> HttpResponse | None:
    """Somebody of the place said that this member is gone: to a page that says whom to call.

    Perhaps it was a mistake, perhaps somebody else has the number now: no machine decides it.
    """
    town_id, left = request.community.town_id, Member.State.LEFT
    gone = Member.objects.filter(town=town_id, account=account, state=left, gone_at__isnull=False)
    if not (member := gone.first()):
        return None
    actions.came_back(member)
    if (before := entrance.busy(request)) and before["waiting"]:
        actions.choose_another(request.community.tree.town, before["waiting"])
    entrance.done(request)
    return redirect("accounts:thought-gone")


def arrive(request: PleinRequest, terug: str) -> HttpResponse:
    """To where somebody was going, on this host or on the one that waits."""
    waiting, site = entrance.carry(request), entrance.carry_site(request)
    request.session.pop(entrance.CARRY, None)
    if not waiting or site is None or request.account is None:
        return keep_reading(_member(request), redirect(terug))
    key = accounts.hand_over(
        request.account,
        host=waiting["host"],
        browser=waiting["browser"],
        session=request.session.session_key or "",
    )
    query = urlencode({"sleutel": key, "terug": waiting["terug"]})
    there = f"{origin(request, site)}{reverse('accounts:come-in')}?{query}"
    return HttpResponseRedirect(there)


def arrive_or_ask(request: PleinRequest) -> HttpResponse:
    """Signed in here already: on to the page, or one tap before going to the other host."""
    if request.account and (closed := thought_gone(request, request.account)):
        return closed
    site = entrance.carry_site(request)
    if site is None:
        return redirect(entrance.back(request))
    response = render_page(request, "communities/carry_on.html", {"site_ahead": site})
    return allow_carry(request, response)


def is_right(request: PleinRequest, address: str, digits: str) -> str:
    """How the code came (mail, text, spoken) when it is right, else nothing. Counts tries.

    They are counted for this browser, so that a stranger who types wrong codes keeps nobody out.
    All browsers together have few guesses: each needs a code of its own (twelve a day for an
    address, five tries each), and a code read aloud is looked at fifteen times an hour.
    """
    browser = request.session.get(entrance.BROWSER, "")
    limits.count("try.ip", address_of(request.META, settings.PROXIES))
    limits.count("try.browser", f"{address} {browser}")
    town_id = request.community.town_id
    spoken = accounts.is_spoken_open(address, town_id=town_id) and _may_guess_spoken(address)
    return accounts.check_code(address, digits, town_id=town_id, browser=browser, spoken=spoken)


def _may_guess_spoken(address: str) -> bool:
    try:
        limits.count("try.address", address)
    except limits.TooOften:
        return False
    return True


def allow_carry(request: PleinRequest, response: HttpResponse) -> HttpResponse:
    """The form on this page may end on the host that waits."""
    if site := entrance.carry_site(request):
        allow_forms_to(response, origin(request, site))
    return response


def _waiting(request: PleinRequest, busy: entrance.Busy) -> Member | None:
    if not busy["waiting"]:
        return None
    members = Member.objects.waiting().filter(town=request.community.town_id)
    return members.filter(pk=busy["waiting"], address=busy["address"]).first()


def _member(request: PleinRequest) -> Member | None:
    town = request.community.town_id
    return Member.objects.filter(town=town, account=request.account).first()
