"""Telling one member one thing, once, by the way they chose."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise

from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between
from plein.shared.notifications.channels import waits_for_digest, way_to
from plein.shared.notifications.models import Notification
from plein.shared.notifications.sending import send

Words = str | Promise


@transaction.atomic
def notify(
    to: Member,
    *,
    key: str,
    url: str,
    subject: Words,
    text: Words,
    once: str,
    reply_to: str = "",
    now: bool = False,
    by: Member | None = None,
) -> Notification | None:
    """Tell a member something. Lazy words are told in the member's own language.

    `now` does not wait for the daily mail. `by` is who caused it: between people who blocked each
    other nothing is told (H4). None: nothing was told, or it was told before.
    """
    if to.state == Member.State.LEFT or (by and blocked_between(to, by)):
        return None
    with translation.override(to.language):
        words = {"subject": one_line(str(subject)), "text": str(text)}
    notification, new = Notification.objects.get_or_create(
        town_id=to.town_id,
        to=to,
        once=once[:120],
        defaults={
            "key": key,
            "url": url[:200],
            "reply_to": reply_to,
            "by_id": by.pk if by else None,
            "way": way_to(to),
            **words,
        },
    )
    if not new:
        return None
    if not waits_for_digest(to, now=now):
        send(notification)
    return notification


def one_line(words: str) -> str:
    """A subject has one line, whatever somebody is called: no header can be smuggled in."""
    return " ".join(words.split())[:120]


@transaction.atomic
def see(member: Member, key: str = "") -> None:
    """This member has read what they were told: all of it, or of one page (`url`)."""
    unseen = Notification.objects.for_member(member).unseen()
    if key:
        unseen = unseen.filter(url=key)
    unseen.update(seen_at=timezone.now())


@transaction.atomic
def choose(member: Member, *, rhythm: str, channel: str | None = None) -> None:
    """How this member wants to be told. What waits for tomorrow's mail is not lost: it stays on
    the site."""
    member.rhythm = Member.Rhythm(rhythm)
    fields = ["rhythm"]
    if channel:
        member.channel = Member.Channel(channel)
        fields.append("channel")
    member.save(update_fields=fields)
    if member.rhythm == Member.Rhythm.NEVER:
        waiting = Notification.objects.for_member(member).waiting()
        waiting.update(way=Notification.Way.SITE)
