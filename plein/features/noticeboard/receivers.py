"""What the board does when something happens to people."""

from typing import Any

from django.dispatch import receiver

from plein.features.noticeboard.actions import answering, leaving
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves


@jobs.listens("communities.member")
def begin_waiting_talks(member_id: str) -> None:
    """Perhaps somebody has been greeted: the talks they wait for begin."""
    answering.begin_waiting(member_id)


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction as leaving."""
    leaving.forget(member)
