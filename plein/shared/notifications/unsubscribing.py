"""The key in the unsubscribe link of a mail: it works without signing in, and does only that."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community, Member

SALT = "notifications.unsubscribe"


def unsubscribe_url(member: Member) -> str:
    path = reverse("notifications:unsubscribe", args=[key_of(member)])
    return absolute(member.home, path)


def key_of(member: Member) -> str:
    return signing.dumps(member.pk.hex, salt=SALT)


def member_with(key: str, community: Community) -> Member | None:
    """Whose key this is, in the town of this page only."""
    try:
        pk = UUID(signing.loads(key, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    members = Member.objects.filter(town=community.town_id, pk=pk)
    return members.exclude(state=Member.State.LEFT).first()
