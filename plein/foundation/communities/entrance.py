"""What a browser is busy with at the entrance, kept in its session.

Every town has one host where people sign in. Another host of the town sends its people there with
a digest of its own browser key, and gets them back with a key that works once, there, for a minute.
"""

import re
import secrets
from typing import TypedDict, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from plein.foundation.accounts.actions.codes import digest_of
from plein.foundation.communities.access import local_path
from plein.foundation.communities.hosts import origin
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import PleinRequest

ENTRANCE, CARRY, BROWSER = "entrance", "carry", "browser"
PROVED, WAY = "proved", "proved-way"
DIGEST = re.compile(r"[0-9a-f]{64}")
"""What another host sends of its browser key: `digest_of`, and nothing else."""


class Busy(TypedDict):
    """An address that is being proved, why, and where to go afterwards."""

    address: str
    terug: str
    waiting: str


class Carry(TypedDict):
    """The other host that waits for this person."""

    host: str
    browser: str
    terug: str


def browser_key(request: HttpRequest) -> str:
    """A secret of this browser on this host."""
    if BROWSER not in request.session:
        request.session[BROWSER] = secrets.token_urlsafe(24)
    return cast(str, request.session[BROWSER])


def begin(request: HttpRequest, address: str, *, terug: str, waiting: str = "") -> None:
    request.session[ENTRANCE] = Busy(address=address, terug=terug, waiting=waiting)


def busy(request: HttpRequest) -> Busy | None:
    return cast("Busy | None", request.session.get(ENTRANCE))


def prove(request: HttpRequest, address: str, way: str) -> None:
    """This browser holds the address, and how that was shown: a spoken code stays spoken."""
    request.session[PROVED], request.session[WAY] = address, way


def proved_way(request: HttpRequest) -> str:
    """How the code came. Without a word about it: spoken, which allows the least."""
    return str(request.session.get(WAY, "spoken"))


def done(request: HttpRequest) -> None:
    for key in (ENTRANCE, PROVED, WAY):
        request.session.pop(key, None)


def back(request: HttpRequest) -> str:
    """Where somebody wants to go afterwards: `terug` (or `next`), on this site only."""
    asked = request.POST.get("terug") or request.GET.get("terug") or request.GET.get("next")
    return local_path(asked)


def is_elsewhere(request: PleinRequest) -> bool:
    """This host leaves signing in to the town's host."""
    town = request.community.tree.town
    return bool(town.host) and request.community.host != town.host


def go_to_town(request: PleinRequest, page: str) -> HttpResponse:
    """To the same page on the town's host, with the promise to come back."""
    town = request.community.tree.town
    asked = {
        "huis": request.community.host,
        "sleutel": digest_of(browser_key(request)),
        "terug": back(request),
    }
    return HttpResponseRedirect(f"{origin(request, town)}{reverse(page)}?{urlencode(asked)}")


def note_carry(request: PleinRequest) -> None:
    """Remember which other host of this very town asked; any other name is not heard."""
    host, browser = request.GET.get("huis", ""), request.GET.get("sleutel", "")
    if not host:
        return
    known = any(each.host == host for each in request.community.tree.all.values())
    if known and host != request.community.host and DIGEST.fullmatch(browser):
        request.session[CARRY] = Carry(host=host, browser=browser, terug=back(request))


def carry(request: HttpRequest) -> Carry | None:
    return cast("Carry | None", request.session.get(CARRY))


def carry_site(request: PleinRequest) -> Community | None:
    """The community to which somebody is being carried."""
    waiting = carry(request)
    if waiting is None:
        return None
    every = request.community.tree.all.values()
    return next((each for each in every if each.host == waiting["host"]), None)
