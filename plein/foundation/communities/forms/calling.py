"""When a place answers its phone, of each weekday."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.lib.phone_hours import Week
from plein.lib.times import DAY, NotHours, read_times
from plein.lib.week import DAYS
from plein.ui.fields import WordsField


class CallHoursForm(forms.Form):
    """Seven lines; who leaves all of them empty says nothing about it."""

    def __init__(self, data: Any = None, *, week: Week) -> None:
        super().__init__(data)
        for number, day in enumerate(DAYS):
            pairs = week[number] if week else []
            self.fields[f"day{number}"] = WordsField(
                label=day,
                help_text=gettext_lazy(
                    "For example: 9-12 and 13-17. Empty: nobody answers that day."
                )
                if number == 0
                else "",
                required=False,
                max_length=60,
                initial=", ".join(f"{_clock(a)}-{_clock(b)}" for a, b in pairs),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in list(cleaned):
            try:
                pairs = [list(pair) for pair in read_times(cleaned[name])]
            except NotHours:
                pairs = None
            if pairs is None or any(until > DAY for _from, until in pairs):
                self.add_error(name, _("We cannot read a time in this. For example: 9-12."))
            else:
                cleaned[name] = pairs
        return cleaned

    def week(self) -> list[list[list[int]]]:
        """As `Community.call_hours` keeps it; all days empty is nothing said."""
        days = [self.cleaned_data[f"day{number}"] for number in range(len(DAYS))]
        return days if any(days) else []


def _clock(minutes: int) -> str:
    hour, rest = divmod(minutes, 60)
    return f"{hour}.{rest:02d}" if rest else str(hour)
