"""Telling one member one thing, once, by the way they chose."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise

from plein.foundation import jobs
from plein.foundation.audit.actions import record
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between, blocked_ids
from plein.lib.formality import tongue
from plein.shared.notifications.channels import waits_for_digest, way_to
from plein.shared.notifications.go_betweens import forget
from plein.shared.notifications.models import Notification
from plein.shared.notifications.sending import send, send_digest

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
    aloud: Words = "",
    reply_to: str = "",
    now: bool = False,
    in_person: bool = True,
    by: Member | None = None,
) -> Notification | None:
    """Tell a member something. Lazy words are told in the member's own language.

    `aloud` is what a person may read to who wants to be called or written to, or print: without
    it they tell the subject only. `now` does not wait for the daily mail. Without `in_person` it
    takes nobody's time: it stands on the site where a person would have told it. `by` is who
    caused it: between people who blocked each other nothing is told (H4). None: nothing was told,
    or it was told before.
    """
    if to.state == Member.State.LEFT or (by and blocked_between(to, by)):
        return None
    way = way_to(to, now=now)
    if way == Notification.Way.PERSON and not in_person:
        way = Notification.Way.SITE
    with translation.override(_said_in(to, way)):
        told = str(aloud) if way == Notification.Way.PERSON else ""
        words = {"subject": one_line(str(subject)), "text": str(text), "aloud": told}
    notification, new = Notification.objects.get_or_create(
        town_id=to.town_id,
        to=to,
        once=once[:120],
        defaults={
            "key": key,
            "url": url[:200],
            "reply_to": reply_to,
            "by_id": by.pk if by else None,
            "way": way,
            **words,
        },
    )
    if not new:
        return None
    if notification.way == Notification.Way.PERSON:
        jobs.changed("notifications.person", to.pk)
    if not waits_for_digest(to, now=now):
        send(notification)
    return notification


def _said_in(to: Member, way: str) -> str:
    """What a person reads aloud or puts in the post says u."""
    return tongue(to.language, formal=True) if way == Notification.Way.PERSON else to.tongue


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
        if member.channel != Member.Channel.SOMEBODY:
            forget(member)
    member.save(update_fields=fields)
    record("notifications.member.chose", on=member, by=member, rhythm=rhythm)
    if member.rhythm == Member.Rhythm.NEVER:
        waiting = Notification.objects.for_member(member).waiting()
        waiting.update(way=Notification.Way.SITE)


@transaction.atomic
def send_daily(member: Member) -> None:
    """Everything that waits for this member, in one mail. Nothing of who was blocked since.

    Whoever has a break gets it on the first morning after.
    """
    if not member.is_here or member.state == Member.State.PAUSED:
        return
    waiting = Notification.objects.for_member(member).waiting_for_digest()
    waiting.filter(by_id__in=blocked_ids(member)).update(way=Notification.Way.SITE)
    news = list(waiting.select_related("to__account", "to__home").order_by("id"))
    if news:
        send_digest(news)


@transaction.atomic
def tell_in_person(member: Member, *, by: Member) -> None:
    """A connector called or wrote: this member's news stands on the list no more."""
    waiting = Notification.objects.for_member(member).to_tell_in_person()
    if waiting.update(passed_on_at=timezone.now()):
        record("notifications.member.told_in_person", on=member, by=by)
        jobs.changed("notifications.person", member.pk)


def forget_texts() -> int:
    """Texts of what was passed on, or only stood on the site, after two days."""
    old = Notification.objects.filter(made_at__lt=timezone.now() - timedelta(days=2)).exclude(
        text="", aloud=""
    )
    return old.exclude(pk__in=Notification.objects.waiting().values("pk")).update(
        text="", aloud="", reply_to=""
    )
