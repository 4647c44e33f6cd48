"""Who may give a slip, whose slip it is, and what a slip may be about."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
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
A_PAGE = 50
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


@dataclass(frozen=True)
class Slips:
    """The newest of some slips, and the key from which older ones follow."""

    rows: list[Referral]
    after: UUID | None


def answered_to(member: Member, after: UUID | None = None) -> Slips:
    """Slips of this giver about which something was heard."""
    return _older(_mine(member).exclude(echo=Referral.Echo.NONE), after)


def unanswered_of(member: Member, after: UUID | None = None) -> Slips:
    return _older(_mine(member).filter(echo=Referral.Echo.NONE), after)


def _mine(member: Member) -> "QuerySet[Referral]":
    return Referral.objects.in_town(member.town_id).standing().filter(by=member)


def _older(slips: "QuerySet[Referral]", after: UUID | None) -> Slips:
    if after:
        slips = slips.filter(pk__lt=after)
    rows = list(slips.order_by("-id")[: A_PAGE + 1])
    return Slips(rows[:A_PAGE], rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None)


def given(member: Member, key: UUID) -> Referral:
    """Only who gave it sees it again: no colleague, no manager."""
    found = Referral.objects.in_town(member.town_id).standing().filter(by=member, pk=key)
    referral = found.first()
    if referral is None:
        raise Http404
    return referral
