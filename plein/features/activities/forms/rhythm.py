"""When it happens, as a volunteer says it: "every Tuesday, not in the Christmas holidays"."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.activities.forms.fields import HourField
from plein.features.activities.free_days import CHRISTMAS, HOLIDAYS, SUMMER
from plein.features.activities.models import Activity
from plein.features.activities.repeating import MOST_DAYS
from plein.lib.week import DAYS
from plein.ui.fields import DayField
from plein.ui.widgets import TileRadio

ONCE, WEEKLY, TWO_WEEKLY, MONTHLY, MONTHLY_LAST, ALWAYS = (
    "once", "weekly", "two-weekly", "monthly", "monthly-last", "always",
)  # fmt: skip
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PAUSES = 6
CHOOSE = _("Choose one of the tiles.")


class RhythmForm(forms.Form):
    """The dates of an activity. `rhythm_said()` gives the fields of the model."""

    rhythm = forms.ChoiceField(
        label=_("When is it?"),
        initial=ONCE,
        choices=[
            (ONCE, _("Once")),
            (WEEKLY, _("Every week")),
            (TWO_WEEKLY, _("Every two weeks")),
            (MONTHLY, _("Every month")),
            (MONTHLY_LAST, _("At the end of every month")),
            (ALWAYS, _("Without a fixed date")),
        ],
        widget=TileRadio(
            pictograms={
                ONCE: "calendar-blank",
                WEEKLY: "repeat",
                TWO_WEEKLY: "arrows-clockwise",
                MONTHLY: "calendar-dots",
                MONTHLY_LAST: "calendar-check",
                ALWAYS: "hands-clapping",
            },
            lines={
                MONTHLY: _("For example every second Tuesday"),
                MONTHLY_LAST: _("For example every last Friday"),
                ALWAYS: _("It goes on, or you look for people first"),
            },
        ),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    first_day = DayField(
        label=_("On which day?"), help_text=_("The first day, when it is more often."),
        error_messages={"required": _("Fill in on which day it is.")},
    )  # fmt: skip
    starts_at = HourField(
        label=_("From what time?"), help_text=_("Leave it empty when it lasts all day."),
        required=False,
    )  # fmt: skip
    ends_at = HourField(label=_("Until what time?"), required=False)
    last_day = DayField(
        label=_("Last day"),
        help_text=_("Only when it lasts several days, or when the series has an end."),
        required=False,
    )
    weekdays = forms.MultipleChoiceField(
        label=_("On more days of the week?"),
        choices=[(code, day) for code, day in zip(CODES, DAYS, strict=True)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    skips = forms.MultipleChoiceField(
        label=_("When is it not?"),
        choices=[
            (CHRISTMAS, _("Not in the Christmas holidays")),
            (SUMMER, _("Not in July and August")),
            (HOLIDAYS, _("Not on public holidays")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.data.get("rhythm") == ALWAYS:
            self.fields["first_day"].required = False
        for number in range(PAUSES):
            self.fields[f"pause_{number}"] = DayField(label=_("Not from"), required=False)
            self.fields[f"pause_{number}_end"] = DayField(
                label=_("up to and including"), required=False
            )

    @property
    def pause_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"pause_{n}"], self[f"pause_{n}_end"]) for n in range(PAUSES)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("rhythm") not in (ALWAYS, None):
            self._check_days(cleaned)
        return cleaned

    def _check_days(self, cleaned: dict[str, Any]) -> None:
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first is None:
            return
        if first > timezone.localdate() + timedelta(days=MOST_DAYS):
            self.add_error("first_day", _("This is far away. Check the year."))
        if last and last < first:
            self.add_error("last_day", _("The last day is before the first day."))
        elif last and cleaned["rhythm"] == ONCE and (last - first).days > 60:
            self.add_error("last_day", _("This lasts very long. Choose “Every week” instead?"))
        if cleaned.get("ends_at") and not cleaned.get("starts_at"):
            self.add_error("starts_at", _("Fill in from what time as well."))
        for number in range(PAUSES):
            begin, end = cleaned.get(f"pause_{number}"), cleaned.get(f"pause_{number}_end")
            if end and not begin:
                self.add_error(f"pause_{number}", _("Fill in the first day as well."))
            elif begin and end and end < begin:
                self.add_error(f"pause_{number}_end", _("The last day is before the first day."))

    def rhythm_said(self) -> dict[str, Any]:
        """Fields of the model, from what was typed."""
        typed = self.cleaned_data
        if typed["rhythm"] == ALWAYS:
            return dict(EMPTY)
        first, last, rhythm = typed["first_day"], typed["last_day"], typed["rhythm"]
        once = rhythm == ONCE
        return {
            "first_day": first,
            "starts_at": typed["starts_at"],
            "ends_at": typed["ends_at"],
            "days": (last - first).days + 1 if once and last else 1,
            "rrule": rule_of(rhythm, first, typed["weekdays"]),
            "until": None if once else last,
            "skips": [] if once else typed["skips"],
            "pauses": [] if once else self._pauses(),
        }

    def _pauses(self) -> list[list[str]]:
        pairs = (
            (self.cleaned_data[f"pause_{n}"], self.cleaned_data[f"pause_{n}_end"])
            for n in range(PAUSES)
        )
        return [[a.isoformat(), (b or a).isoformat()] for a, b in pairs if a]


EMPTY: dict[str, Any] = {
    "first_day": None, "starts_at": None, "ends_at": None, "days": 1, "rrule": "", "until": None,
    "skips": [], "pauses": [],
}  # fmt: skip


def rule_of(rhythm: str, first: date, weekdays: list[str]) -> str:
    """The text of the RRULE, always such that the first day is in it."""
    own = CODES[first.weekday()]
    if rhythm in (WEEKLY, TWO_WEEKLY):
        codes = [code for code in CODES if code in {own, *weekdays}]
        interval = "INTERVAL=2;" if rhythm == TWO_WEEKLY else ""
        return f"FREQ=WEEKLY;{interval}BYDAY={','.join(codes)}"
    if rhythm == MONTHLY:
        nth = (first.day - 1) // 7 + 1
        return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{own}"
    if rhythm == MONTHLY_LAST:
        return f"FREQ=MONTHLY;BYDAY=-1{own}"
    return ""


def typed_before(activity: Activity, *, shift: timedelta = timedelta(0)) -> dict[str, Any]:
    """What the form shows for an activity that exists; `shift` moves all days (a copy)."""
    if activity.first_day is None:
        return {"rhythm": ALWAYS}
    last = activity.until
    if not activity.rrule and activity.days > 1:
        last = activity.first_day + timedelta(days=activity.days - 1)
    typed: dict[str, Any] = {
        "rhythm": rhythm_of(activity.rrule),
        "first_day": activity.first_day + shift,
        "starts_at": activity.starts_at,
        "ends_at": activity.ends_at,
        "last_day": last + shift if last else None,
        "weekdays": _days_in(activity.rrule),
        "skips": activity.skips,
    }
    for number, (first, end) in enumerate(activity.pauses[:PAUSES]):
        typed[f"pause_{number}"] = date.fromisoformat(first) + shift
        typed[f"pause_{number}_end"] = date.fromisoformat(end) + shift
    return typed


def rhythm_of(rule: str) -> str:
    """The tile that means this rule."""
    if not rule:
        return ONCE
    if "FREQ=MONTHLY" in rule:
        return MONTHLY_LAST if "BYDAY=-1" in rule else MONTHLY
    return TWO_WEEKLY if "INTERVAL=2" in rule else WEEKLY


def _days_in(rule: str) -> list[str]:
    parts = dict(part.split("=") for part in rule.split(";")) if rule else {}
    return parts.get("BYDAY", "").split(",") if parts.get("FREQ") == "WEEKLY" else []


def a_year_later(first_day: date) -> timedelta:
    """Whole weeks, so that a Tuesday stays a Tuesday, until the day lies ahead."""
    shift, year = timedelta(0), timedelta(weeks=52)
    while first_day + shift < timezone.localdate():
        shift += year
    return shift
