"""Answering a helper at a screen of the place or by phone: say something, propose, say yes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from django import forms
from django.utils.translation import gettext as _

from plein.features.noticeboard.actions import AlreadyAgreed, NotAgreed
from plein.features.noticeboard.forms.answering import AgreementForm
from plein.shared.conversations.actions import ConversationIsClosed, NotInThisTalk


class Proposes(Protocol):
    def __call__(self, when: str, place: str, day: date | None, /) -> object: ...


class TalkForms:
    """The forms of one page; `what` names the one that was sent, empty when none was."""

    def __init__(
        self, sent: Mapping[str, str], says: Callable[..., forms.Form], *, walk_in: str
    ) -> None:
        self.what = sent.get("what", "")
        self.say = says(sent if self.what == "say" else None)
        self.agree = AgreementForm(
            sent if self.what == "propose" else None, walk_in=walk_in.rstrip(". ")
        )

    def do(
        self,
        *,
        say: Callable[[str], object],
        propose: Proposes,
        confirm: Callable[[], object],
        cancel: Callable[[], object],
    ) -> str | None:
        """Empty when it was done, words when it could not, None when there was nothing to do or a
        form shows what is wrong."""
        try:
            if self.what == "say" and self.say.is_valid():
                say(self.say.cleaned_data["text"])
            elif self.what == "propose" and self.agree.is_valid():
                said = self.agree.cleaned_data
                propose(said["when_words"], said["place_words"], said["planned_on"])
            elif self.what == "confirm":
                confirm()
            elif self.what == "cancel":
                cancel()
            else:
                return None
        except (AlreadyAgreed, NotAgreed):
            return _("The appointment changed in the meantime. Look at it below.")
        except (ConversationIsClosed, NotInThisTalk):
            return _("Nothing can be said here any more.")
        return ""
