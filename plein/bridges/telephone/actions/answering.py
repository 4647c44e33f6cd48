"""What somebody without a screen answers a helper, written down by who called them."""

from datetime import date

from django.db import transaction

from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Match, Response
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.shared.conversations import actions as conversations
from plein.shared.conversations.models import Message


def hear(response: Response, *, by: Member) -> list[Message]:
    """The talk, to be read aloud. A private talk, so each look is in the audit (H12)."""
    record("telephone.talk.read", on=response, by=by)
    said = Message.objects.filter(town=response.town_id, conversation=response.conversation)
    return list(said.in_order())


@transaction.atomic
def say(response: Response, text: str, *, by: Member) -> None:
    """Their own words, with `by` as who wrote them down."""
    assert response.conversation  # noqa: S101 - only a talk stands on the list
    asker = response.post.author
    conversations.say(response.conversation, text, by=asker, way=Message.Way.PHONE)
    record("telephone.answer.noted", on=response, by=by)


@transaction.atomic
def propose(
    response: Response, when: str, place: str, day: date | None = None, *, by: Member
) -> Match:
    record("telephone.answer.noted", on=response, by=by)
    return noticeboard.propose(response, when, place, day, by=response.post.author)


@transaction.atomic
def confirm(response: Response, *, by: Member) -> Match:
    record("telephone.answer.noted", on=response, by=by)
    return noticeboard.confirm(response, by=response.post.author)


@transaction.atomic
def cancel(response: Response, *, by: Member) -> None:
    record("telephone.answer.noted", on=response, by=by)
    noticeboard.cancel(response, by=response.post.author)
