"""Handing what a member is told to the outbox, in the same transaction."""

import hashlib
from collections.abc import Sequence

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.shared.notifications.letters import letter_about
from plein.shared.notifications.models import Notification
from plein.shared.notifications.unsubscribing import unsubscribe_url

Way = Notification.Way
CATEGORY = "notification"


def send(notification: Notification) -> None:
    """Tell it now. What a person must tell waits on the connectors' list."""
    with translation.override(notification.to.tongue):
        match notification.way:
            case Way.MAIL:
                _mail([notification], notification.subject)
            case Way.TEXT:
                _text(notification)
            case _:
                return
    _passed_on([notification])


def send_digest(notifications: Sequence[Notification]) -> None:
    """All of one member's news in one mail."""
    to = notifications[0].to
    with translation.override(to.tongue):
        today = date_format(timezone.localtime(), "j F")
        _mail(notifications, _("Your news of %(day)s") % {"day": today})
    _passed_on(notifications)


def _mail(notifications: Sequence[Notification], subject: str) -> None:
    first = notifications[0]
    to = first.to
    if to.account is None or not to.account.email:
        return
    one = len(notifications) == 1
    outbox.post_letter(
        letter_about(notifications, subject, unsubscribe_url(to)),
        to=to.account.email,
        key=f"notification:{first.pk}" if one else digest_key(notifications),
        town=to.town_id,
        member=to,
        reply_to=first.reply_to if one else "",
        headers=_unsubscribe_headers(to),
        category=CATEGORY,
        senders=[n.by_id for n in notifications if n.by_id],
        about=first.url if one else "",
    )


def digest_key(news: Sequence[Notification]) -> str:
    """The same news twice is one mail; what is left of a mail that was taken back is another."""
    which = hashlib.sha256(" ".join(str(one.pk) for one in news).encode()).hexdigest()[:16]
    return f"digest:{news[0].pk}:{which}"


def _text(notification: Notification) -> None:
    to = notification.to
    if to.account is None or not to.account.phone:
        return
    site = to.home.tree.site_of(to.home)
    link = absolute(to.home, notification.url)
    words = _("%(place)s: %(subject)s. Read it here: %(link)s")
    outbox.post_text(
        to=to.account.phone,
        text=words % {"place": site.name, "subject": notification.subject, "link": link},
        key=f"notification:{notification.pk}",
        town=to.town_id,
        member=to,
        category=CATEGORY,
        urgent=False,
        senders=[notification.by_id] if notification.by_id else [],
        about=notification.url,
    )


def _unsubscribe_headers(to: Member) -> dict[str, str]:
    return {
        "List-Unsubscribe": f"<{unsubscribe_url(to)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        # So that out-of-office answers stay home.
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }


def _passed_on(notifications: Sequence[Notification]) -> None:
    keys = [n.pk for n in notifications]
    sent = Notification.objects.for_member(notifications[0].to).filter(pk__in=keys)
    sent.update(passed_on_at=timezone.now())
