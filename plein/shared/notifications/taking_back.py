"""What is on its way to a mailbox and should not arrive any more (H4, H24)."""

from uuid import UUID

from django.db import transaction

from plein.foundation import outbox
from plein.foundation.communities.models import Community, Member
from plein.shared.notifications.models import Notification


@transaction.atomic
def silence(sender: Member, *, to: Member | None = None) -> None:
    """Nothing of this member is mailed or texted any more, to one other or to anybody."""
    keys = outbox.take_back(town=sender.town_id, sender=sender, to=to)
    for key in keys:
        if key.startswith("digest:"):
            _wait_again(UUID(key.split(":")[1]), sender)
    waiting = Notification.objects.filter(town=sender.town_id, by_id=sender.pk).waiting()
    if to:
        waiting = waiting.for_member(to)
    waiting.update(way=Notification.Way.SITE)


def take_back_about(url: str, *, town: Community | UUID) -> None:
    """Nothing about this page is mailed or texted any more; on the site it stays."""
    outbox.take_back(town=town, about=url)


def _wait_again(first: UUID, sender: Member) -> None:
    """The other news of that mail goes with the next one."""
    town = sender.town_id
    one = Notification.objects.filter(town=town, pk=first).first()
    if one is None:
        return
    same_mail = Notification.objects.for_member(one.to).filter(passed_on_at=one.passed_on_at)
    same_mail.filter(by_id=sender.pk).update(way=Notification.Way.SITE)
    same_mail.exclude(by_id=sender.pk).update(passed_on_at=None)
