"""Who leaves sees no client any more; a colleague goes on at once, before apps above forget."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from plein.foundation.care.actions.mandating import follow, leave_to_team
from plein.foundation.care.models import Admission, Agreement, Teammate, Voice
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_gone, member_leaves
from plein.foundation.organisations.models import Organisation
from plein.foundation.organisations.signals import organisation_merged


@receiver(organisation_merged)
def take_along(*, kept: Organisation, gone: Organisation, **_more: Any) -> None:
    """An agreement goes on with the one that stays, unless that one has its own there."""
    there = Agreement.objects.filter(town=kept.town_id, organisation=kept).values("place")
    theirs = Agreement.objects.filter(town=gone.town_id, organisation=gone)
    theirs.exclude(place__in=list(there.values_list("place", flat=True))).update(organisation=kept)


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    Teammate.objects.filter(town=member.town_id, member=member).delete()
    mine = Admission.objects.filter(town=member.town_id, member=member)
    mine.update(ended_at=timezone.now(), phone="")
    leave_to_team(member)
    Voice.objects.filter(town=member.town_id, speaker=member).delete()


@receiver(member_gone)
def hand_over(*, member: Member, **_more: Any) -> None:
    """Died or moved: what no colleague can follow is stopped above, where a person tells it."""
    follow(member)
