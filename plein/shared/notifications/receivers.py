"""Somebody keeps away from somebody, or goes: what waits in the outbox stays there.

These run before the receivers of the features, so that a last kind word of theirs still goes.
"""

from typing import Any

from django.dispatch import receiver

from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_gone, member_leaves, members_parted
from plein.shared.notifications.go_betweens import forget
from plein.shared.notifications.taking_back import silence


@receiver(members_parted)
def nothing_more_between_them(blocker: Member, blocked: Member, **_kwargs: Any) -> None:
    silence(blocker, to=blocked)
    silence(blocked, to=blocker)


@receiver(member_leaves)
def nothing_more_from_who_left(member: Member, **_kwargs: Any) -> None:
    silence(member)
    forget(member)


@receiver(member_gone)
def nobody_hears_news_any_more(member: Member, **_kwargs: Any) -> None:
    forget(member)
