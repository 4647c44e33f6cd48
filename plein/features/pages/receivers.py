"""What pages do when something happens to people."""

from typing import Any

from django.dispatch import receiver

from plein.features.pages.actions import leaving
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction as leaving."""
    leaving.forget(member)
