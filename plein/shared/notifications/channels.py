"""By which way somebody is told. Values in, values out."""

from plein.foundation.communities.models import Member
from plein.shared.notifications.models import Notification

Way = Notification.Way


def way_to(member: Member, *, now: bool = False) -> str:
    """The way this member chose, or the next one that reaches them.

    During a break the site keeps the news; only what cannot wait (`now`) still goes out.
    """
    resting = member.state == Member.State.PAUSED and not now
    if resting or member.rhythm == Member.Rhythm.NEVER:
        return Way.SITE
    account = member.account
    mail, phone = bool(account and account.email), bool(account and account.phone)
    match member.channel:
        case Member.Channel.SITE:
            return Way.SITE
        case Member.Channel.PHONE | Member.Channel.PAPER | Member.Channel.SOMEBODY:
            return Way.PERSON
        case Member.Channel.TEXT if phone:
            return Way.TEXT
        case Member.Channel.TEXT | Member.Channel.MAIL if mail:
            return Way.MAIL
        case _ if phone:
            return Way.TEXT
    return Way.PERSON


def waits_for_digest(member: Member, *, now: bool) -> bool:
    """Mail can wait for tomorrow's one mail; a text or a person's list cannot be gathered."""
    return not now and member.rhythm == Member.Rhythm.DAILY and way_to(member) == Way.MAIL
