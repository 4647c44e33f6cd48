"""What visitors, claimers and stewards type."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import cleaning
from plein.features.directory.domains import looks_private
from plein.features.directory.models import AdmissionRules, Contact, Remark
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio


class RemarkForm(forms.Form):
    what = forms.ChoiceField(
        label=gettext_lazy("What is not right?"),
        choices=Remark.What.choices,
        widget=TileRadio(
            pictograms={
                "phone": "phone-slash",
                "hours": "clock",
                "address": "map-pin",
                "gone": "x-circle",
                "other": "chat-circle-text",
            }
        ),
        error_messages={"required": gettext_lazy("Choose one of the tiles.")},
    )
    words = WordsField(
        label=gettext_lazy("Do you know how it should be?"),
        help_text=gettext_lazy("Write nothing about other people."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MailClaimForm(forms.Form):
    mail = WordsField(label=gettext_lazy("Your mail address at the organisation"), max_length=254)

    def clean_mail(self) -> str:
        return cleaning.clean_mail(self.cleaned_data["mail"])


class CodeForm(forms.Form):
    code = WordsField(
        label=gettext_lazy("The code in the letter"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class StewardClaimForm(forms.Form):
    words = WordsField(
        label=gettext_lazy("What do you do for this organisation?"),
        help_text=gettext_lazy(
            "For example: I am on the board. A steward reads this and may call."
        ),
        max_length=300,
    )


class ContactsForm(forms.Form):
    """Two addresses: of a function, and of a second person for when the first is gone."""

    def __init__(self, *args: Any, contacts: list[Contact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in (0, 1):
            contact = contacts[number] if number < len(contacts) else None
            self._row(number, contact)

    def _row(self, number: int, contact: Contact | None) -> None:
        self.fields[f"function_{number}"] = WordsField(
            label=_("Function"),
            help_text=_("For example: secretary. Not a name."),
            required=False,
            max_length=60,
            initial=contact.function if contact else "",
        )
        self.fields[f"mail_{number}"] = WordsField(
            label=_("Mail address"),
            required=False,
            max_length=254,
            initial=contact.mail if contact else "",
        )
        self.fields[f"yes_{number}"] = forms.BooleanField(
            label=_("If this is somebody's own address: this person agrees"),
            required=False,
            initial=bool(contact and contact.consent_at),
        )

    def rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"{n}_{number}"] for n in ("function", "mail", "yes")] for number in (0, 1)]

    def clean(self) -> None:
        self.wanted: list[tuple[str, str, bool]] = []
        for number in (0, 1):
            try:
                mail = cleaning.clean_mail(self.cleaned_data.get(f"mail_{number}", ""))
            except forms.ValidationError as wrong:
                self.add_error(f"mail_{number}", wrong)
                continue
            if not mail:
                continue
            yes = bool(self.cleaned_data.get(f"yes_{number}"))
            if looks_private(mail) and not yes:
                self.add_error(
                    f"yes_{number}",
                    _("This may be somebody's own address. Ask first, then tick this."),
                )
            function = self.cleaned_data.get(f"function_{number}") or _("office")
            self.wanted.append((function, mail, yes))


class HandOverForm(forms.Form):
    mail = WordsField(
        label=gettext_lazy("Do you know who does it now? Then fill in that mail address"),
        required=False,
        max_length=254,
    )

    def clean_mail(self) -> str:
        return cleaning.clean_mail(self.cleaned_data["mail"])


class HideForm(forms.Form):
    why = WordsField(
        label=gettext_lazy("Why does it go off the map?"),
        help_text=gettext_lazy("For example: it has stopped, the chairman said on the phone."),
        max_length=200,
    )


class ProposeForm(forms.Form):
    name = WordsField(label=gettext_lazy("Name of the organisation"), max_length=120)
    line = WordsField(
        label=gettext_lazy("What does it do?"),
        help_text=gettext_lazy("In one line."),
        max_length=200,
    )
    words = WordsField(
        label=gettext_lazy("What do you do for this organisation?"),
        help_text=gettext_lazy(
            "For example: I am on the board. A steward reads this and may call."
        ),
        max_length=300,
    )

    def clean_name(self) -> str:
        return cleaning.clean_name(self.cleaned_data["name"])


class RulesForm(forms.Form):
    text = WordsField(
        label=gettext_lazy("Who is on this map, and who is not?"),
        help_text=gettext_lazy(
            "Start small: care and welfare first. Everybody can read what you write here."
        ),
        required=False,
        max_length=3000,
        lines=8,
    )
    decides = forms.ChoiceField(
        label=gettext_lazy("Who decides?"),
        choices=AdmissionRules.Decides.choices,
        widget=TileRadio(),
    )
    rhythm = forms.TypedChoiceField(
        label=gettext_lazy("How often do we ask whether a page is right?"),
        choices=AdmissionRules.Rhythm.choices,
        coerce=int,
        widget=TileRadio(),
    )


class CampaignForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Name of this round"),
        help_text=gettext_lazy("Only you see this. For example: sport clubs, spring."),
        max_length=80,
    )
    words = WordsField(
        label=gettext_lazy("What do you want to say?"),
        help_text=gettext_lazy("Above the link to their own page."),
        max_length=1500,
        lines=6,
    )
