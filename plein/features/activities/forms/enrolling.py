"""Coming along: as a member, as a guest with a mail address, or on the phone with somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.models import Activity
from plein.foundation.accounts.addresses import Kind, NotAnAddress, clean, kind_of
from plein.foundation.communities.models import Member
from plein.ui.fields import WordsField

QUESTION_WORDS = {
    "diet": _("Do you have a diet or an allergy?"),
    "lift": _("Do you need a ride?"),
}


class EnrolForm(forms.Form):
    """A name and a mail address; for a member nothing but yes."""

    name = WordsField(
        label=_("Your name"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )
    mail = forms.CharField(
        label=_("Your mail address"),
        help_text=_("You get a link there, to change it or not to come after all."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={"required": _("Fill in your mail address.")},
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        help_text=_("For the organiser only, when something changes."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}),
    )
    people = forms.TypedChoiceField(
        label=_("With how many people?"), coerce=int, empty_value="1", required=False
    )

    def __init__(self, data: Any = None, *, activity: Activity, member: Member | None) -> None:
        super().__init__(data, initial={"name": member.name if member else "", "people": "1"})
        self.member = member
        self.questions = list(activity.questions)
        people = self.fields["people"]
        people.choices = [  # type: ignore[attr-defined]
            (str(n), ngettext("%(n)d person", "%(n)d people", n) % {"n": n})
            for n in range(1, activity.guests + 2)
        ]
        if activity.guests == 0:
            del self.fields["people"]
        if member:
            del self.fields["mail"]
            del self.fields["phone"]
            del self.fields["name"]
        for number, key in enumerate(self.questions):
            label = QUESTION_WORDS.get(key, key)
            self.fields[f"answer_{number}"] = WordsField(
                label=label, max_length=200, required=False
            )

    def clean_mail(self) -> str:
        return _address(self.cleaned_data["mail"], Kind.MAIL)

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        return _address(typed, Kind.PHONE) if typed.strip() else ""

    def guest(self, language: str = "nl") -> Guest:
        typed = self.cleaned_data
        return Guest(
            name=self.member.name if self.member else typed["name"],
            mail=typed.get("mail", ""),
            phone=typed.get("phone", ""),
            people=int(typed.get("people", 1)),
            answers=tuple(typed[f"answer_{n}"] for n in range(len(self.questions))),
            member=self.member,
            language=language,
        )


class PhoneForm(EnrolForm):
    """The organiser or a connector fills it in for somebody who calls."""

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data, activity=activity, member=None)
        self.fields["name"].label = _("Name")
        self.fields["mail"].label = _("Mail address")
        self.fields["mail"].required = False
        self.fields["mail"].help_text = _("Leave it empty for who has none: then you call.")
        self.fields["phone"].label = _("Phone number")
        self.fields["phone"].help_text = ""

    def clean_mail(self) -> str:
        typed = self.cleaned_data["mail"]
        return _address(typed, Kind.MAIL) if typed.strip() else ""


class BringForm(forms.Form):
    people = forms.TypedChoiceField(label=_("With how many people?"), coerce=int)

    def __init__(self, data: Any = None, *, activity: Activity, now: int) -> None:
        super().__init__(data, initial={"people": str(now)})
        most = max(activity.guests + 1, now)
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (str(n), ngettext("%(n)d person", "%(n)d people", n) % {"n": n})
            for n in range(1, most + 1)
        ]


def _address(typed: str, kind: Kind) -> str:
    try:
        address = clean(typed)
    except NotAnAddress as wrong:
        raise forms.ValidationError(_wrong(kind)) from wrong
    if kind_of(address) != kind:
        raise forms.ValidationError(_wrong(kind))
    return address


def _wrong(kind: Kind) -> Any:
    if kind == Kind.MAIL:
        return _("This is no mail address. Check every sign once more.")
    return _("This is no phone number. Check every digit once more.")
