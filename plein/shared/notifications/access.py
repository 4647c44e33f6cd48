"""Each member finds their own news, and nobody else's."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.shared.notifications.models import GoBetween, Notification


def my_notification(member: Member, key: UUID) -> Notification:
    return get_object_or_404(Notification.objects.for_member(member), pk=key)


def go_between(by: Member, community: Community, key: UUID) -> GoBetween:
    """Somebody who waits to be asked, for a connector or host of the member's home."""
    rows = GoBetween.objects.filter(town=community.town_id, pk=key)
    row = rows.select_related("member__account", "member__home").first()
    if (
        row is None
        or row.member_id == by.pk
        or not may(by, "day.see", _home(row.member, community))
    ):
        raise Http404
    return row


def member_on_the_phone(by: Member, community: Community, key: UUID) -> Member:
    """Somebody without an account of their own, who says on the phone how we reach them."""
    member = Member.objects.here().filter(town=community.town_id, account=None, pk=key).first()
    if member is None or not may(by, "day.see", _home(member, community)):
        raise Http404
    return member


def _home(member: Member, community: Community) -> Community:
    return community.tree.all[member.home_id]


def member_to_tell(by: Member | None, community: Community, key: UUID) -> Member:
    """Somebody who wants to be called or written to, for a connector or host of their home."""
    waiting = Notification.objects.filter(town=community.town_id, to=key).to_tell_in_person()
    first = waiting.select_related("to__account", "to__home").first()
    home = community.tree.all.get(first.to.home_id) if first else None
    if first is None or home is None or not may(by, "day.see", home):
        raise Http404
    return first.to
