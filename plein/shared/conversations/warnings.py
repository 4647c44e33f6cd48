"""What a reader is told before they read: only on signs that stand in the text (H5)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.lib.writing.signals import Sign, signs_in
from plein.shared.conversations.models import Conversation

WORDS: dict[Sign, Promise] = {
    Sign.PAYMENT: _("Watch out: this message is about money. You never have to pay here."),
    Sign.IBAN: _(
        "Watch out: a bank account number is in this message. You never have to pay here."
    ),
    Sign.LINK: _("Watch out: a link is in this message. Open it only when you trust it."),
    Sign.PHONE: _("A phone number is in this message. You do not have to give yours."),
}
FIRST_CONTACT_ONLY = frozenset({Sign.PHONE})


def warnings_for(text: str, conversation: Conversation) -> list[Promise]:
    """At most two sentences, the weightiest first; money is said once."""
    found = signs_in(text)
    if Sign.PAYMENT in found:
        found -= {Sign.IBAN}
    if not conversation.is_young:
        found -= FIRST_CONTACT_ONLY
    return [words for sign, words in WORDS.items() if sign in found][:2]
