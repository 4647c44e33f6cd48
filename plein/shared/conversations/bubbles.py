"""What the talk page shows of each message and person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Member
from plein.shared.conversations.models import Conversation, Message
from plein.shared.conversations.warnings import warnings_for


@dataclass(frozen=True, slots=True)
class Bubble:
    key: UUID
    who: str
    mine: bool
    text: str
    when: datetime
    warnings: list[Promise]


def bubbles(messages: Iterable[Message], conversation: Conversation, me: Member) -> list[Bubble]:
    return [_bubble(message, conversation, me) for message in messages]


def _bubble(message: Message, conversation: Conversation, me: Member) -> Bubble:
    mine = message.author_id == me.pk
    return Bubble(
        key=message.pk,
        who=_("You") if mine else shown_name(message.author, conversation),
        mine=mine,
        text=message.text,
        when=message.made_at,
        # Who wrote it knows what is in it.
        warnings=[] if mine else warnings_for(message.text, conversation),
    )


def shown_name(member: Member | None, conversation: Conversation) -> str:
    """The name for the others in a talk; a kind word for who left, or shows no name yet."""
    if member is not None and conversation.veiled_id == member.pk:
        return _("Somebody")
    if member is None or member.state == Member.State.LEFT:
        return _("Somebody who has left")
    return member.name


def names_of_others(people: Iterable[Member], conversation: Conversation, me: Member) -> str:
    names = [shown_name(one, conversation) for one in people if one.pk != me.pk]
    return _(" and ").join(names) or _("You")
