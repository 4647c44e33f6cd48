"""By which way somebody is told. Values in, values out."""

from plein.foundation.accounts.addresses import is_landline
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


def reaches(member: Member) -> set[str]:
    """The channels that can work for this member: a text needs a phone, a letter an address.

    A postal address is never asked here, so post stays only for who has it already. Without a
    number the call goes on being offered: the form says how to add one.
    """
    account, channel = member.account, Member.Channel
    can = {channel.PHONE, channel.SOMEBODY, channel.SITE}
    if account and account.email:
        can.add(channel.MAIL)
    if account and account.phone and not is_landline(account.phone):
        can.add(channel.TEXT)
    return can | ({channel.PAPER} if member.channel == channel.PAPER else set())


def waits_for_digest(member: Member, *, now: bool) -> bool:
    """Mail can wait for tomorrow's one mail; a text or a person's list cannot be gathered."""
    return not now and member.rhythm == Member.Rhythm.DAILY and way_to(member) == Way.MAIL
