"""Who leaves speaks for nobody any more."""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.organisations.models import Editor


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    Editor.objects.filter(town=member.town_id, member=member).delete()
