"""Who leaves, takes their slips along: nothing of them stays."""

from typing import Any

from django.dispatch import receiver

from plein.bridges.referrals.models import Referral
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    Referral.objects.in_town(member.town_id).filter(by=member).delete()
