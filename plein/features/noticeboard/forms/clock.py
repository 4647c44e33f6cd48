"""How a place keeps its promise: the steps, the hours it is awake, and who is on the clock."""

import re
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard.models import AnswerRules, Contact, OnClock
from plein.foundation.communities.models import Member
from plein.lib.week import DAYS
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox, TileRadio

HOURS = ("invite_after", "connector_after", "team_after", "map_after", "last_after")
WAITS = [(hours, hours) for hours in (12, 24, 48, 72, 96, 144, 192, 240)]


class RulesForm(forms.Form):
    """Each field has a good value already; whoever changes nothing keeps the usual promise."""

    invite_after = forms.TypedChoiceField(
        label=gettext_lazy("We ask neighbours who fit, after so many hours"), coerce=int
    )
    connector_after = forms.TypedChoiceField(
        label=gettext_lazy("A connector acts, after so many hours"), coerce=int
    )
    team_after = forms.TypedChoiceField(
        label=gettext_lazy("The whole team acts, after so many hours"), coerce=int
    )
    map_after = forms.TypedChoiceField(
        label=gettext_lazy("We look for an organisation, after so many hours"), coerce=int
    )
    last_after = forms.TypedChoiceField(
        label=gettext_lazy("The last resort acts, after so many hours"), coerce=int
    )
    wakes_at = forms.IntegerField(
        label=gettext_lazy("Your day begins at (hour)"), min_value=0, max_value=23
    )
    sleeps_at = forms.IntegerField(
        label=gettext_lazy("Your day ends at (hour)"), min_value=1, max_value=24
    )
    days = forms.MultipleChoiceField(
        label=gettext_lazy("On which days is somebody there?"),
        choices=[(str(number), name) for number, name in enumerate(DAYS)],
        widget=TileCheckbox(),
        error_messages={"required": gettext_lazy("Choose at least one day.")},
    )
    closing_days = forms.CharField(
        label=gettext_lazy("Days on which you are closed"),
        help_text=gettext_lazy("One on each line. For example: 25-12-2026."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, rules: AnswerRules) -> None:
        initial = {name: getattr(rules, name) for name in (*HOURS, "wakes_at", "sleeps_at")}
        initial["days"] = [str(day) for day in range(7) if rules.days >> day & 1]
        initial["closing_days"] = "\n".join(
            f"{date.fromisoformat(day):%d-%m-%Y}" for day in rules.closing_days
        )
        super().__init__(data, initial=initial)
        for name in HOURS:
            field = cast("forms.TypedChoiceField", self.fields[name])
            field.choices = sorted({*WAITS, (initial[name], initial[name])})

    def clean_days(self) -> int:
        return sum(1 << int(day) for day in self.cleaned_data["days"])

    def clean_closing_days(self) -> list[str]:
        said = re.split(r"[\s,;]+", self.cleaned_data["closing_days"].strip())
        return sorted({_day(word).isoformat() for word in said if word})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        waits = [cleaned[name] for name in HOURS if name in cleaned]
        if waits != sorted(waits):
            self.add_error("last_after", _("Each step comes later than the one before."))
        if cleaned.get("wakes_at", 0) >= cleaned.get("sleeps_at", 24):
            self.add_error("sleeps_at", _("The day ends later than it begins."))
        return cleaned


def _day(word: str) -> date:
    for form in ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(word, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise forms.ValidationError(
        _("“%(word)s” is not a day. Write it like this: 25-12-2026.") % {"word": word[:40]}
    )


class OnClockForm(forms.Form):
    """Somebody of the place, or for the last resort a name and a number outside it."""

    member = forms.ChoiceField(label=gettext_lazy("Who?"), required=False)
    name = WordsField(
        label=gettext_lazy("Or somebody outside the site: the name"),
        help_text=gettext_lazy("Only as last resort. For example: Els of the village team."),
        required=False,
        max_length=60,
    )
    phone = WordsField(label=gettext_lazy("Their phone number"), required=False, max_length=20)
    last_resort = forms.BooleanField(
        label=gettext_lazy("This is the last resort: acts when nobody else did"), required=False
    )

    for_safety = forms.BooleanField(
        label=gettext_lazy("Only for when something happened: is called the same day"),
        help_text=gettext_lazy("Two people by name. Without them it comes to who is on the clock."),
        required=False,
    )

    def __init__(self, data: Any = None, *, people: list[Member]) -> None:
        super().__init__(data)
        self.people = {str(member.pk): member for member in people}
        field = cast("forms.ChoiceField", self.fields["member"])
        field.choices = [("", "–"), *((key, member.name) for key, member in self.people.items())]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        member = self.people.get(cleaned.get("member", ""))
        cleaned["member"] = member
        if cleaned.get("for_safety") and cleaned.get("last_resort"):
            self.add_error("for_safety", _("Choose one of the two ticks."))
        if cleaned.get("for_safety") and member is None:
            self.add_error("member", _("Who is called when something happened is on the site."))
        if member is None and not cleaned.get("name"):
            self.add_error("member", _("Choose somebody, or fill in a name."))
        if member is None and cleaned.get("name") and not cleaned.get("last_resort"):
            self.add_error("last_resort", _("Who is not on the site can only be the last resort."))
        if member is None and cleaned.get("name") and not cleaned.get("phone"):
            self.add_error("phone", _("Fill in a phone number, or we cannot reach this person."))
        return cleaned


class AwayForm(forms.Form):
    away_from = forms.DateField(
        label=gettext_lazy("Away from"), required=False, widget=forms.DateInput({"type": "date"})
    )
    away_until = forms.DateField(
        label=gettext_lazy("Until and including"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
    )

    def __init__(self, data: Any = None, *, row: OnClock) -> None:
        super().__init__(data, initial={"away_from": row.away_from, "away_until": row.away_until})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("away_from"), cleaned.get("away_until")
        if ends and not begins:
            self.add_error("away_from", _("Fill in the first day as well."))
        if begins and ends and ends < begins:
            self.add_error("away_until", _("The last day comes after the first one."))
        return cleaned


class ContactForm(forms.Form):
    result = forms.ChoiceField(
        label=gettext_lazy("How did it go?"),
        choices=Contact.Result.choices,
        # No going on by itself: a slip of the finger on "moved" would stop everything for somebody.
        widget=TileRadio(
            pictograms={
                "reached": "check-circle",
                "message": "chat-circle-text",
                "no_answer": "phone-slash",
                "moved": "house-line",
                "wrong": "warning",
            },
        ),
        error_messages={"required": gettext_lazy("Choose one of the tiles.")},
    )
