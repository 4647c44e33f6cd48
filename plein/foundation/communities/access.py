"""Who may come in, and who may touch what of a place."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_between, my_block
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.rights import gives_all_of, may, may_after_promise, may_anywhere

View = Callable[..., HttpResponse]
Allows = Callable[[Member | None, str, Community], bool]


def member_required(view: View) -> View:
    """A guest is led to the entrance and comes back here."""

    @wraps(view)
    def inside(request: PleinRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.account is None:
            return to_page("accounts:sign-in", request)
        if request.member is None:
            return to_page("accounts:join", request)
        if not request.member.is_here:
            return to_page("accounts:not-active", request)
        return view(request, *args, **kwargs)

    return inside


def greeted_required(view: View) -> View:
    """Only people whom somebody of the place has met (TRUST-7); others read what to do."""

    @wraps(view)
    def inside(request: PleinRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.member and not request.member.is_greeted:
            return to_page("communities:not-greeted", request)
        return view(request, *args, **kwargs)

    return member_required(inside)


def right_required(right: str, allows: Allows = may) -> Callable[[View], View]:
    """Only people with this right in the community of the host; for others it does not exist.

    With `may_within` a part of it is enough: then the view shows no more than that part.
    """

    def around(view: View) -> View:
        @wraps(view)
        def inside(request: PleinRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.account is None:
                return to_page("accounts:sign-in", request)
            if not allows(request.member, right, request.community):
                if may_after_promise(request.member, right):
                    return to_page("communities:pledge", request)
                raise Http404
            return view(request, *args, **kwargs)

        return inside

    return around


def to_page(name: str, request: HttpRequest, back: str = "") -> HttpResponseRedirect:
    """To a page that knows where to go back to. What was posted is not repeated."""
    if not back:
        back = request.get_full_path() if request.method in ("GET", "HEAD") else _came_from(request)
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'terug': local_path(back)})}")


def local_path(url: str | None, default: str = "/") -> str:
    """The address when it is a path on this very site, else the default (H22)."""
    if not url or not url.startswith("/"):
        return default
    return url if url_has_allowed_host_and_scheme(url, allowed_hosts=None) else default


def _came_from(request: HttpRequest) -> str:
    """The page with the form that a guest sent, when it is ours."""
    origin = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("referer", "").removeprefix(origin)


def greetable_member(by: Member | None, community: Community, pk: UUID) -> Member:
    """A neighbour whom `by` may greet or make active."""
    if not may_anywhere(by, "member.greet"):
        raise Http404
    member = (
        Member.objects.filter(town=community.town_id, pk=pk)
        .exclude(state=Member.State.LEFT)
        .select_related("account", "greeted_by")
        .first()
    )
    if member is None:
        raise Http404
    if not may(by, "member.greet", community.tree.all[member.home_id]):
        raise PermissionDenied(_("This person lives in a part where somebody else greets."))
    return member


def gone_member(by: Member | None, community: Community, pk: UUID) -> Member:
    """Somebody of whom `by` may say that they died or moved away, or that it was a mistake."""
    if not may_anywhere(by, "member.greet"):
        raise Http404
    member = Member.objects.filter(town=community.town_id, pk=pk).first()
    if member is None or (member.state == Member.State.LEFT and member.gone_at is None):
        raise Http404
    if by is None or member.pk == by.pk:
        raise PermissionDenied(_("Of yourself somebody else says this. Or go to your profile."))
    if not may(by, "member.greet", community.tree.all[member.home_id]):
        raise PermissionDenied(_("This person lives in a part where somebody else greets."))
    if member.gone_at is None and not gives_all_of(by, member, community.tree.all):
        raise PermissionDenied(_("This person has a role. Ask somebody who gives roles."))
    return member


def neighbour(member: Member, community: Community, pk: UUID) -> Member:
    """Another member of the same town, for who may see people: those who were greeted.

    Two who blocked each other do not exist for each other, except for taking the own block back.
    """
    other = known_neighbour(member, community, pk)
    if other.pk == member.pk:
        return other
    if not member.is_greeted or not other.is_here:
        raise Http404
    if blocked_between(member, other) and my_block(member, other) is None:
        raise Http404
    return other


def known_neighbour(member: Member, community: Community, pk: UUID) -> Member:
    """Any member of this town, to block or unblock."""
    if member.town_id != community.town_id:
        raise Http404
    found = Member.objects.filter(town=community.town_id, pk=pk).select_related("photo")
    return get_object_or_404(found)
