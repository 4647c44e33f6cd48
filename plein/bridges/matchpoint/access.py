"""Which screen this is, who sits there, and who may arrange matchpoints."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from plein.bridges.matchpoint import cookie
from plein.bridges.matchpoint.models import Device, Matchpoint, Sitting
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may

View = Callable[..., HttpResponse]


def device_of(request: HttpRequest, community: Community) -> Device | None:
    digest = cookie.digest(request)
    if not digest:
        return None
    found = Device.objects.open().filter(town=community.town_id, digest=digest)
    return found.select_related("matchpoint__community", "host").first()


def sitting_at(device: Device) -> Sitting | None:
    """Who sits there now; after too long a silence nobody does."""
    found = Sitting.objects.alive().filter(town=device.town_id, device=device)
    return found.select_related("member__home").first()


def at_screen(view: View) -> View:
    """Only on a screen that a host opened; nothing of it is kept by the browser."""

    @wraps(view)
    def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        device = device_of(request, request.community)
        if device is None:
            if kwargs:
                raise Http404
            return unkept(redirect("matchpoint:start"))
        request.device, request.host = device, device.host
        if device.host is None:
            return unkept(redirect("matchpoint:who"))
        return unkept(view(request, *args, **kwargs))

    return inside


def sitting_required(view: View) -> View:
    """Somebody sits here; if not, an old page of the history leads to the start."""

    @wraps(view)
    def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        request.sitting = sitting_at(request.device)
        if request.sitting is None:
            return redirect("matchpoint:start")
        return view(request, *args, **kwargs)

    return at_screen(inside)


def known_required(view: View) -> View:
    """Somebody sits here who asked something, or came back with a slip."""

    @wraps(view)
    def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        request.resident = request.sitting.member
        if request.resident is None or not request.resident.is_here:
            return redirect("matchpoint:start")
        return view(request, *args, **kwargs)

    return sitting_required(inside)


def unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    return response


def to_open(community: Community, key: str) -> Matchpoint:
    """The key is on the host's own card; without it the page does not exist."""
    found = Matchpoint.objects.filter(town=community.town_id, key=key, closed_at=None)
    matchpoint = found.select_related("community").first()
    if matchpoint is None:
        raise Http404
    return matchpoint


def kept_matchpoint(by: Member, community: Community, key: UUID) -> Matchpoint:
    found = Matchpoint.objects.filter(town=community.town_id, pk=key, closed_at=None)
    matchpoint = found.select_related("community").first()
    if matchpoint is None or not may(by, "matchpoint.keep", matchpoint.community):
        raise Http404
    return matchpoint


def own_post(member: Member, code: str) -> Post:
    post: Post | None = Post.objects.of(member).filter(code=code).complete().first()
    if post is None:
        raise Http404
    return post
