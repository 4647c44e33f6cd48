"""Taking in one mail: it becomes something said, or it is left alone without a word."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation import outbox
from plein.foundation.audit.actions import record
from plein.shared.conversations import actions
from plein.shared.conversations.incoming.letters import BIGGEST, Letter, NotReadable, read
from plein.shared.conversations.models import Message, Participant, TakenMail
from plein.shared.notifications.actions import notify


class Outcome(StrEnum):
    TAKEN = "taken"
    TWICE = "twice"
    ROBOT = "robot"
    RETURNED = "returned"
    UNKNOWN = "unknown"
    SOMEBODY_ELSE = "somebody_else"
    STOPPED = "stopped"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    NOT_READABLE = "not_readable"


def take_in(raw: bytes, recipient: str = "") -> Outcome:
    """One mail from the mail server. Who guesses an address learns nothing from the outcome."""
    try:
        letter = read(raw, recipient)
    except NotReadable:
        return Outcome.NOT_READABLE
    if letter.returned and outbox.came_back(letter.returned):
        return Outcome.RETURNED
    if letter.by_robot:
        return Outcome.ROBOT
    participant = (
        Participant.objects.filter(reply_key=letter.reply_key)
        .select_related("conversation", "member__account", "member__home")
        .first()
        if letter.reply_key
        else None
    )
    if participant is None:
        return Outcome.UNKNOWN
    account = participant.member.account
    if not (account and account.is_active and account.email):
        return Outcome.SOMEBODY_ELSE
    if account.email.lower() != letter.sender:
        return Outcome.SOMEBODY_ELSE
    with transaction.atomic():
        return _say(participant, letter, too_big=len(raw) > BIGGEST)


def _say(participant: Participant, letter: Letter, *, too_big: bool) -> Outcome:
    if not TakenMail.objects.get_or_create(town_id=participant.town_id, digest=letter.digest)[1]:
        return Outcome.TWICE
    if too_big:
        _tell_it_failed(participant, _TOO_BIG)
        return Outcome.TOO_BIG
    try:
        actions.say(
            participant.conversation,
            _with_note(participant, letter),
            by=participant.member,
            way=Message.Way.MAIL,
        )
    except actions.NothingSaid:
        return Outcome.EMPTY
    except (actions.ConversationIsClosed, actions.NotMetYet):
        _tell_it_failed(participant, _STOPPED)
        return Outcome.STOPPED
    record("conversations.mail.taken_in", on=participant.conversation, by=participant.member)
    return Outcome.TAKEN


_STOPPED = gettext_lazy("This talk has stopped. Your mail was not passed on.")
_TOO_BIG = gettext_lazy(
    "Your mail was too big, so it was not passed on. Please answer without photos or files."
)


def _tell_it_failed(participant: Participant, words: object) -> None:
    """The writer hears it, in the same words whatever the reason is (H4)."""
    talk, today = participant.conversation, timezone.localdate().isoformat()
    notify(
        participant.member,
        key="conversations.not_passed_on",
        url=talk.get_absolute_url(),
        subject=gettext_lazy("Your mail was not passed on"),
        text=str(words),
        once=f"not_passed_on:{talk.pk}:{today}",
    )


def _with_note(participant: Participant, letter: Letter) -> str:
    """Long mails are cut and files stay out: the reader is told, in the writer's language."""
    words = letter.words
    if not words and not letter.dropped_files:
        return ""
    with translation.override(participant.member.tongue):
        notes = []
        if letter.dropped_files:
            notes.append(
                _("(There was a picture or file with this mail. That does not come along.)")
            )
        if len(words) > actions.LONGEST - 300:
            words = words[: actions.LONGEST - 300].rstrip() + " …"
            notes.append(_("(This mail was longer. This is the beginning.)"))
    return "\n\n".join(part for part in (words, *notes) if part)
