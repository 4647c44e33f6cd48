"""Who leaves sees no client any more; colleagues take over at night."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from plein.foundation.care.models import Admission, Teammate, Voice
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    Teammate.objects.filter(town=member.town_id, member=member).delete()
    mine = Admission.objects.filter(town=member.town_id, member=member)
    mine.update(ended_at=timezone.now(), phone="")
    Voice.objects.filter(town=member.town_id, speaker=member).delete()
