"""What somebody without a screen answers a question, written down by who called them (DOOR-4)."""

from django.db import transaction

from plein.bridges.matching.actions import inviting
from plein.bridges.matching.models import Answer, Invitation
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Response
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


@transaction.atomic
def yes(invitation: Invitation, *, by: Member) -> Response:
    """Their own answer to the ask; the audit says who wrote it down. Raises `PostIsClosed`."""
    response = noticeboard.respond(invitation.ask, by=invitation.to)
    record("matching.answer.noted", on=invitation, by=by)
    return response


@transaction.atomic
def not_now(invitation: Invitation, *, by: Member) -> None:
    """As on the page of an invitation: who asked hears nothing of it, and no audit says which."""
    inviting.say(invitation.ask, invitation.to, Answer.OTHER, by=invitation.to)
    record("matching.answer.noted", on=invitation, by=by)
