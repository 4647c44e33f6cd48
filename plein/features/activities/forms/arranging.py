"""Short forms of the organiser: cancel, move a date, write to all, ask something."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.features.activities.forms.fields import HourField
from plein.features.activities.models import Occurrence
from plein.foundation.organisations.models import Organisation
from plein.ui.fields import DayField, WordsField


class WhyForm(forms.Form):
    words = WordsField(
        label=_("Why does it not go on?"),
        help_text=_("A few words are enough. Everybody can read it."),
        max_length=200,
        required=False,
    )


class DateForm(forms.Form):
    """One date on another day or time."""

    day = DayField(label=_("On which day?"))
    starts_at = HourField(label=_("From what time?"), required=False)
    ends_at = HourField(label=_("Until what time?"), required=False)
    words = WordsField(
        label=_("What is different this time?"), max_length=200, required=False,
        help_text=_("For example: this time in the small room."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, occurrence: Occurrence) -> None:
        start, end = occurrence.local_start, occurrence.local_end
        initial = {
            "day": start.date() if start else None,
            "starts_at": start.time() if start and not occurrence.all_day else None,
            "ends_at": end.time() if end and not occurrence.all_day else None,
            "words": occurrence.words,
        }
        super().__init__(data, initial=initial)
        if occurrence.all_day:
            del self.fields["starts_at"]
            del self.fields["ends_at"]
        else:
            self.fields["starts_at"].required = True


class MessageForm(forms.Form):
    words = WordsField(
        label=_("Your message"),
        lines=5,
        max_length=1000,
        error_messages={"required": _("Write a few words.")},
    )


class QuestionForm(forms.Form):
    words = WordsField(
        label=_("Your question"),
        lines=4,
        max_length=1000,
        error_messages={"required": _("Write a few words.")},
    )


class FeedForm(forms.Form):
    organisation = forms.ChoiceField(label=_("Of which organisation?"))
    url = forms.CharField(
        label=_("Address of your calendar"),
        help_text=_("It often ends with .ics. Look for “share” or “iCal” in your calendar."),
        max_length=500,
        widget=forms.URLInput(attrs={"dir": "ltr"}),
        error_messages={"required": _("Fill in the address of your calendar.")},
    )

    def __init__(self, data: Any = None, *, organisations: list[Organisation]) -> None:
        super().__init__(data)
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in organisations
        ]
