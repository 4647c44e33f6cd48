"""What the pages and the digest read."""

from collections.abc import Iterable
from uuid import UUID

from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.notifications.go_betweens import number_of
from plein.shared.notifications.models import Notification, NotificationQuerySet


def told(member: Member, *, before: UUID | None = None) -> NotificationQuerySet:
    """What this member was told, newest first; nothing of somebody they blocked since."""
    news = Notification.objects.for_member(member).not_from(blocked_ids(member))
    if before:
        news = news.filter(pk__lt=before)
    return news.order_by("-id")


def unseen_count(member: Member) -> int:
    return told(member).unseen().count()


ASKS = frozenset({"matching.invited"})
"""News that wants an answer: beside it stands a link to the page where it is written down."""


def asks(news: Iterable[Notification]) -> bool:
    return any(one.key in ASKS for one in news)


def to_tell(member: Member) -> list[Notification]:
    """What a person should tell this member: its subjects and what is aloud, never its text.

    Through somebody who may not hear more there is nothing to read aloud either.
    """
    waiting = Notification.objects.for_member(member).to_tell_in_person()
    news = list(waiting.not_from(blocked_ids(member)).order_by("id"))
    if not number_of(member).hears:
        for one in news:
            one.aloud = ""
    return news
