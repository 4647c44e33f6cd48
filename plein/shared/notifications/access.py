"""Each member finds their own news, and nobody else's."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.shared.notifications.models import Notification


def my_notification(member: Member, key: UUID) -> Notification:
    return get_object_or_404(Notification.objects.for_member(member), pk=key)


def member_to_tell(by: Member | None, community: Community, key: UUID) -> Member:
    """Somebody who wants to be called or written to, for a connector or host of their home."""
    waiting = Notification.objects.filter(town=community.town_id, to=key).to_tell_in_person()
    first = waiting.select_related("to__account", "to__home").first()
    home = community.tree.all.get(first.to.home_id) if first else None
    if first is None or home is None or not may(by, "day.see", home):
        raise Http404
    return first.to
