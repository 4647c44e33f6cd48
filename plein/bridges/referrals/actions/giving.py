"""Somebody takes a slip along; it is erased by hand, or by the clock."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from plein.bridges.overviews.models import Row
from plein.bridges.referrals import telling
from plein.bridges.referrals.models import (
    PURPOSE,
    Referral,
    ReferralRules,
    digest_of,
    last_day,
)
from plein.foundation.audit import record
from plein.foundation.care.access import may_refer
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.lib.codes import code_of
from plein.lib.keys import uuid7


@transaction.atomic
def give(
    row: Row,
    *,
    community: Community,
    by: Member,
    word: str = "",
    to: str = "",
    tells: bool = False,
) -> Referral:
    """A slip with a code of its own. `to` gets it as a message, `tells` lets the organiser know.

    Neither address nor number is kept.
    """
    if not may_refer(by, community):
        raise PermissionDenied
    key, digest = _new(community.town_id)
    referral = Referral.objects.create(
        pk=key,
        town_id=community.town_id,
        community=community,
        digest=digest,
        about=row.pk,
        title=row.title,
        by=by,
        word=word,
        ends_on=last_day(community),
    )
    if to:
        telling.send_slip(referral, row, to, community=community)
    if tells:
        telling.tell_organiser(referral, row, community=community)
    record("referrals.given", on=referral, by=by, community=community)
    return referral


def _new(town_id: UUID) -> tuple[UUID, str]:
    """A key whose code nobody in this town has yet, and what is kept of that code."""
    while True:
        key = uuid7()
        digest = digest_of(town_id, code_of(PURPOSE, key))
        if not Referral.objects.in_town(town_id).filter(digest=digest).exists():
            return key, digest


@transaction.atomic
def drop(referral: Referral, *, by: Member) -> None:
    """Gone at once, with its code."""
    record("referrals.dropped", on=referral, by=by)
    referral.delete()


@transaction.atomic
def keep_for(days: int, *, community: Community, by: Member) -> None:
    if not may(by, "community.arrange", community):
        raise PermissionDenied
    rules, _new = ReferralRules.objects.update_or_create(
        town_id=community.town_id, community=community, defaults={"days": days}
    )
    record("referrals.rules.changed", on=rules, by=by, days=days)


def forget_old() -> int:
    """How many slips of all towns were over."""
    gone, _models = Referral.objects.filter(ends_on__lte=timezone.localdate()).delete()
    return gone
