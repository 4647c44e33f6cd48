"""A talk can be reported by who takes part. Reporting does not open it to staff (H12)."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community, Member
from plein.lib.reportable import Reportable
from plein.shared.conversations.models import Conversation
from plein.shared.conversations.queries import people_in


def find(member: Member, community: Community, key: UUID) -> Conversation | None:
    talks = Conversation.objects.of(member).filter(town=community.town_id)
    return talks.filter(pk=key).first()


def label(conversation: Conversation) -> str:
    return _("your talk about “%(title)s”") % {"title": conversation.title}


REPORTABLES = {
    "conversations.conversation": Reportable(
        find=find,
        label=label,
        name=gettext_lazy("a talk"),
        url=Conversation.get_absolute_url,
        people=lambda talk: [one.pk for one in people_in(talk)],
    )
}
