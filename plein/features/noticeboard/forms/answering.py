"""Answering, agreeing, thanking and closing: short forms."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.actions.closing import CLOSING_WORDS
from plein.ui.fields import DayField, WordsField
from plein.ui.widgets import TileRadio

FURTHEST = timedelta(days=366)


class ResponseForm(forms.Form):
    """A few words; for an offer a 'yes, please' is enough (HELP-14)."""

    message = WordsField(
        label=_("Your message"),
        lines=4,
        max_length=1000,
        error_messages={"required": _("Write a few words. For example: I can come on Tuesday.")},
    )

    def __init__(self, data: Any = None, *, is_ask: bool, written: str = "") -> None:
        super().__init__(data, initial={"message": written})
        message = self.fields["message"]
        message.required = is_ask
        if is_ask:
            message.help_text = _(
                "For example: I can come on Tuesday. Shall we meet in the library first?"
            )
        else:
            message.help_text = _("You may leave this empty. A “yes, please” is enough.")


class AgreementForm(forms.Form):
    planned_on = DayField(
        label=_("On which day?"),
        required=False,
        help_text=_("Is it every week, or do you not know the day yet? Then leave this open."),
    )
    when_words = WordsField(
        label=_("At what time?"),
        max_length=120,
        help_text=_(
            "For example: at 10 o'clock. Did you leave the day open? Then write it here in words. "
            "For example: Tuesday at 10 o'clock."
        ),
        error_messages={"required": _("Write the time. For example: at 10 o'clock.")},
    )
    place_words = WordsField(
        label=_("Where do you meet?"),
        max_length=120,
        error_messages={"required": _("Write where. For example: at the entrance of the library.")},
    )
    more = forms.BooleanField(
        label=_("I am looking for more people, leave my ask open"), required=False
    )

    def __init__(
        self, *args: Any, walk_in: str = "", may_keep_open: bool = False, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["place_words"].help_text = (
            _(
                "Do you not know each other yet? Meet in a public place first. "
                "For example: %(place)s."
            )
            % {"place": walk_in}
            if walk_in
            else _("Do you not know each other yet? Meet in a public place first.")
        )
        if not may_keep_open:
            del self.fields["more"]

    def clean_planned_on(self) -> date | None:
        day: date | None = self.cleaned_data["planned_on"]
        today = timezone.localdate()
        if day and not today <= day <= today + FURTHEST:
            raise forms.ValidationError(_("Choose a day from today, at most a year ahead."))
        return day


class ThanksForm(forms.Form):
    words = WordsField(
        label=_("Your thank-you"),
        lines=3,
        max_length=600,
        error_messages={"required": _("Write a few words. “Thank you!” is enough.")},
    )


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why may it go?"),
        choices=list(CLOSING_WORDS.items()),
        widget=TileRadio(
            pictograms={"found": "handshake", "elsewhere": "check-circle", "not_needed": "x-circle"}
        ),
        error_messages={
            "required": _("Choose one of the tiles."),
            "invalid_choice": _("Choose one of the tiles."),
        },
    )
