"""Who leaves takes along what was seen of them; doubles of an organisation become one."""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.organisations.models import Organisation
from plein.foundation.organisations.signals import organisation_merged
from plein.foundation.proofs.models import Proof


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction; also whose name stood under it."""
    Proof.objects.filter(town=member.town_id, member=member).delete()
    Proof.objects.filter(town=member.town_id, by=member).update(by=None)


@receiver(organisation_merged)
def take_along(kept: Organisation, gone: Organisation, **_kwargs: Any) -> None:
    Proof.objects.filter(town=gone.town_id, organisation=gone).update(organisation=kept)
