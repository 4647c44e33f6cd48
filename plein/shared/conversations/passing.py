"""A talk goes on with somebody else in the place of one of the two, or it is wiped."""

import secrets

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit.actions import record
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message as Posted
from plein.shared.conversations.actions import close
from plein.shared.conversations.models import Conversation, Participant
from plein.shared.notifications.models import Notification


@transaction.atomic
def pass_on(conversation: Conversation, *, giver: Member, taker: Member) -> None:
    """`taker` comes in the place of `giver`, who cannot read it any more."""
    mine = Participant.objects.filter(town=conversation.town_id, conversation=conversation)
    mine.filter(member=giver).delete()
    mine.get_or_create(
        town_id=conversation.town_id,
        conversation=conversation,
        member=taker,
        defaults={"reply_key": secrets.token_hex(16)},
    )
    record("conversations.conversation.passed_on", on=conversation, to=taker.pk)


@transaction.atomic
def erase(conversation: Conversation, *, by: Member | None) -> None:
    """Every word in it is gone, also from what was told about it; who took part stays."""
    close(conversation, by=by)
    conversation.messages.update(text="", hidden_at=timezone.now())
    conversation.title = "…"
    conversation.save(update_fields=["title"])
    about = {"town": conversation.town_id, "url": conversation.get_absolute_url()}
    Notification.objects.filter(**about).delete()
    told = Posted.objects.filter(town_id=conversation.town_id, about=about["url"])
    told.update(**Posted.EMPTY)
    record("conversations.conversation.erased", on=conversation, by=by)
