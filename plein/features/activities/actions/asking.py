"""A question to the organiser: a talk by relay, the same one each time."""

from contextlib import suppress

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.features.activities.models import Activity
from plein.features.activities.queries import organisers_of
from plein.foundation.communities.models import Member
from plein.shared.conversations import actions as conversations
from plein.shared.conversations.models import Conversation


class NobodyThere(Exception):
    """Nobody speaks for this activity any more."""


@transaction.atomic
def ask(activity: Activity, words: str, *, by: Member) -> Conversation:
    """Begin a talk about it, or say it in the one that there is."""
    people = [one for one in organisers_of(activity) if one.pk != by.pk]
    if not people:
        raise NobodyThere
    url = activity.get_absolute_url()
    open_one = (
        Conversation.objects.of(by)
        .filter(about_url=url, closed_at=None, participants__member=people[0])
        .first()
    )
    if open_one:
        with suppress(conversations.ConversationIsClosed):
            conversations.say(open_one, words, by=by)
            return open_one
    return conversations.begin(
        title=activity.title,
        about_url=url,
        members=people,
        first_words=words,
        by=by,
        subject=_("A question about your activity"),
    )
