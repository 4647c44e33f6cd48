"""Who may give a slip, whose slip it is, and what a slip may be about."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from plein.bridges.overviews.access import basket
from plein.bridges.overviews.models import Row
from plein.bridges.referrals.models import Referral
from plein.foundation.care.access import may_refer
from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within

RIGHT = "referral.give"
KINDS = frozenset({"activity", "initiative", "organisation", "offer"})
"""Where somebody can go, or who comes to them. Never an ask, and nothing to read."""


def giver_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def inside(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_refer(request.member, request.community):
            raise PermissionDenied(_("A manager lets your organisation in first."))
        return view(request, *args, **kwargs)

    return right_required(RIGHT, may_within)(inside)


def thing(community: Community, key: str) -> Row:
    """A public thing of this place to which one can send somebody."""
    row = next(iter(basket(community, [key])), None)
    if row is None or row.kind not in KINDS:
        raise Http404
    return row


def given_by(member: Member) -> list[Referral]:
    return list(Referral.objects.in_town(member.town_id).standing().filter(by=member)[:200])


def given(member: Member, key: UUID) -> Referral:
    """Only who gave it sees it again: no colleague, no manager."""
    found = Referral.objects.in_town(member.town_id).standing().filter(by=member, pk=key)
    referral = found.first()
    if referral is None:
        raise Http404
    return referral
