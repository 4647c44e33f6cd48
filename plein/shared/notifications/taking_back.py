"""What is on its way to a mailbox and should not arrive any more (H4, H24)."""

from uuid import UUID

from django.db import transaction

from plein.foundation import outbox
from plein.foundation.communities.models import Community, Member
from plein.shared.notifications.models import Notification

DIGEST = "digest:"


@transaction.atomic
def silence(sender: Member, *, to: Member | None = None) -> None:
    """Nothing of this member is mailed or texted any more, to one other or to anybody."""
    keys = outbox.take_back(town=sender.town_id, sender=sender, to=to)
    for key in keys:
        if key.startswith(DIGEST):
            _wait_again(UUID(key.split(":")[1]), without=sender)
    waiting = Notification.objects.filter(town=sender.town_id, by_id=sender.pk).waiting()
    if to:
        waiting = waiting.for_member(to)
    waiting.update(way=Notification.Way.SITE)


@transaction.atomic
def unsay(url: str, *, to: Member, by: Member) -> bool:
    """What this member was told of somebody about a page is gone, on the site and on its way.

    True when some of it had not arrived yet; other news that went with it waits again.
    """
    told = Notification.objects.for_member(to).filter(url=url)
    stopped = outbox.take_back(town=to.town_id, sender=by, to=to, about=url)
    gathered = outbox.take_back(town=to.town_id, sender=by, to=to, key_begins=DIGEST)
    for key in gathered:
        _wait_again(UUID(key.split(":")[1]))
    on_its_way = bool(stopped) or told.waiting().exists()
    told.delete()
    return on_its_way


def take_back_about(url: str, *, town: Community | UUID) -> None:
    """Nothing about this page is mailed or texted any more; on the site it stays."""
    outbox.take_back(town=town, about=url)


def _wait_again(first: UUID, without: Member | None = None) -> None:
    """The news of that mail goes with the next one; of `without` it stays on the site."""
    one = Notification.objects.filter(pk=first).select_related("to").first()
    if one is None:
        return
    same_mail = Notification.objects.for_member(one.to).filter(passed_on_at=one.passed_on_at)
    if without:
        same_mail.filter(by_id=without.pk).update(way=Notification.Way.SITE)
        same_mail = same_mail.exclude(by_id=without.pk)
    same_mail.update(passed_on_at=None)
