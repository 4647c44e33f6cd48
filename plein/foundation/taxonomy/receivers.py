"""Who leaves takes their interests, talents and groups along."""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.taxonomy.actions import forget_choices


@receiver(member_leaves)
def forget(sender: type[Member], member: Member, **_more: Any) -> None:
    forget_choices(member)
