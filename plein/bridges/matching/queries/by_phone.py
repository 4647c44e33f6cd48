"""Questions that a person of the place reads to who has no screen."""

from plein.bridges.matching.models import Invitation
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.notifications.channels import way_to
from plein.shared.notifications.go_betweens import number_of
from plein.shared.notifications.models import Notification


def questions_for(member: Member) -> list[Invitation]:
    """Sent, not answered, and still open; nothing where nobody may hear it in their place."""
    if way_to(member) != Notification.Way.PERSON or not number_of(member).hears:
        return []
    open_asks = Post.objects.filter(town=member.town_id).open().not_hidden()
    said = Response.objects.filter(town=member.town_id, author=member).values("post")
    found = Invitation.objects.of(member).unanswered().filter(ask__in=open_asks)
    found = found.exclude(ask__in=said).exclude(ask__author__in=blocked_ids(member))
    return list(
        found.select_related("ask__theme", "ask__community", "ask__author", "to").order_by("pk")
    )
