"""What the other one hears of a new message: the message itself, and an address to answer to."""

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.shared.conversations.bubbles import shown_name
from plein.shared.conversations.models import Conversation, Message, Participant
from plein.shared.conversations.warnings import warnings_for
from plein.shared.notifications.actions import notify


def tell(to: Member, message: Message, *, subject: str | Promise = "") -> None:
    """The subject holds a first name and our own words, never what was written (H7)."""
    conversation, author = message.conversation, message.author
    if author is None:
        return
    subject = subject or format_lazy(
        gettext_lazy("{name} wrote to you"), name=shown_name(author, conversation)
    )
    notify(
        to,
        key="conversations.said",
        url=conversation.get_absolute_url(),
        subject=subject,
        text=_words(to, message),
        once=f"message:{message.pk}",
        reply_to=reply_address(conversation, to) if to.is_greeted else "",
        by=author,
    )


def _words(to: Member, message: Message) -> str:
    """Somebody whom nobody has greeted yet does not get to read the talk (TRUST-7)."""
    with translation.override(to.tongue):
        if not to.is_greeted:
            return _("You can read the message after we have met you. We will help you with that.")
        lines = [str(warning) for warning in warnings_for(message.text, message.conversation)]
        return "\n\n".join([*lines, message.text])


def reply_address(conversation: Conversation, member: Member) -> str:
    """One address per participant, which says nothing of anybody."""
    key = Participant.objects.values_list("reply_key", flat=True).get(
        town=conversation.town_id, conversation=conversation, member=member
    )
    return f"gesprek+{key}@{settings.MAIL_REPLY_DOMAIN}"
