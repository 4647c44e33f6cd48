"""Who leaves speaks for nobody any more."""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.organisations.models import Editor, Introduction


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    Editor.objects.filter(town=member.town_id, member=member).delete()
    Editor.objects.filter(town=member.town_id, greets_by=member).update(greets_by=None)
    Introduction.objects.filter(town=member.town_id, member=member).delete()
    Introduction.objects.filter(town=member.town_id, by=member).update(by=None)
