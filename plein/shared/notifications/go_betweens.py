"""News through somebody whom a member knows: which number is called, and how much is said."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from plein.foundation import jobs
from plein.foundation.accounts.templatetags.numbers import as_read
from plein.foundation.communities.models import Member
from plein.shared.notifications.models import GoBetween

SOMEBODY = Member.Channel.SOMEBODY


@dataclass(frozen=True)
class Number:
    """Which number to call for a member. `through` is empty when it is their own."""

    phone: str
    through: str = ""
    hears: bool = True
    """Also what was written, and may answer."""

    @property
    def shown(self) -> str:
        """As people read it: 06 12345678."""
        return as_read(self.phone)


def number_of(member: Member) -> Number:
    return numbers_of([member], member.town_id)[member.pk]


def numbers_of(members: Collection[Member], town_id: UUID) -> dict[UUID, Number]:
    """One question for all of them, and none when nobody chose this."""
    chose = [one.pk for one in members if one.channel == SOMEBODY]
    numbers = {one.pk: Number(one.phone) for one in members}
    if chose:
        agreed = GoBetween.objects.filter(town=town_id, member__in=chose, agreed_at__isnull=False)
        for one in agreed:
            numbers[one.member_id] = Number(one.phone, one.name, one.may_hear)
    return numbers


def of(member: Member) -> GoBetween | None:
    """Who was chosen, whether they said yes or not."""
    return GoBetween.objects.filter(town=member.town_id, member=member).first()


def forget(member: Member) -> bool:
    """The member chose another way, left or is gone: the name and number go, if there were any."""
    gone = GoBetween.objects.filter(town=member.town_id, member=member).delete()[0] > 0
    if gone:
        jobs.changed("notifications.go_between", member.pk)
    return gone
