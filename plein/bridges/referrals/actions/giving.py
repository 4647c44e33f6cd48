"""Somebody takes a slip along; it is erased by hand, or by the clock."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from plein.bridges.overviews.models import Row
from plein.bridges.referrals import telling
from plein.bridges.referrals.access import may_refer
from plein.bridges.referrals.models import Referral, ReferralRules, last_day, new_code
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may


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
    code = new_code()
    while Referral.objects.in_town(community.town_id).filter(code=code).exists():
        code = new_code()
    referral = Referral.objects.create(
        town_id=community.town_id,
        community=community,
        code=code,
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
