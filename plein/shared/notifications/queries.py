"""What the pages and the digest read."""

from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.notifications.models import Notification, NotificationQuerySet


def told(member: Member) -> NotificationQuerySet:
    """What this member was told, newest first; nothing of somebody they blocked since."""
    return (
        Notification.objects.for_member(member)
        .not_from(blocked_ids(member))
        .order_by("-made_at", "-id")
    )


def unseen_count(member: Member) -> int:
    return told(member).unseen().count()
