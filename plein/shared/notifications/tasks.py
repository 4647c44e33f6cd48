"""The daily mail, and forgetting what was mailed."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.shared.notifications import actions
from plein.shared.notifications.models import Notification

Way = Notification.Way
KEPT = timedelta(days=90)


@jobs.daily(at="08:00")
def morning() -> None:
    """One task per member who has something waiting: one mail failing keeps no other back."""
    waiting = Notification.objects.waiting_for_digest().values_list("to_id", flat=True)
    for key in waiting.distinct().order_by("to_id").iterator():
        jobs.later("notifications.digest", key)


@jobs.task("notifications.digest")
def digest(key: str) -> None:
    member = Member.objects.select_related("account", "home").filter(pk=UUID(key)).first()
    if member:
        actions.send_daily(member)


@jobs.daily(at="03:40")
def forget() -> None:
    """What was mailed stays for a while on the site as one line; its text goes (H7)."""
    actions.forget_texts()
    Notification.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
