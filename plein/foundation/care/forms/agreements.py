"""An agreement with an organisation, and a professional who is let in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.addresses import Kind, NotAnAddress, clean, is_landline, kind_of
from plein.foundation.care.models import Admission
from plein.foundation.care.models.agreements import TELLS, Work
from plein.foundation.organisations.forms import EditorForm
from plein.foundation.organisations.models import Organisation
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio


class AgreementForm(forms.Form):
    organisation = forms.ChoiceField(label=_("Organisation"))
    work = forms.ChoiceField(label=_("What sort of work?"), choices=Work.choices)
    signed_on = forms.DateField(
        label=_("Signed on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Empty: until one of you ends it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    contact_name = WordsField(label=_("Who is the contact there?"), max_length=80)
    contact_mail = forms.EmailField(
        label=_("Mail address of the contact"),
        help_text=_("Hears who was let in, and about asks that wait too long."),
    )
    serves = forms.IntegerField(
        label=_("How many residents does it help here, about?"),
        help_text=_("So we never show a name that fits fewer than fifty people."),
        min_value=0,
        max_value=1_000_000,
        initial=0,
    )
    harmless = forms.BooleanField(
        label=_("The name of this organisation tells nothing about who asks"), required=False
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        choice = self.fields["organisation"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - for the type only
        choice.choices = [(key, one.name) for key, one in self.organisations.items()]

    def clean_organisation(self) -> Organisation:
        return self.organisations[self.cleaned_data["organisation"]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("harmless") and said.get("work") in TELLS:
            self.add_error(
                "harmless", _("For this sort of work the name always tells something. Leave it.")
            )
        if said.get("ends_on") and said.get("signed_on") and said["ends_on"] < said["signed_on"]:
            self.add_error("ends_on", _("This day is before the day of signing."))
        return said


class ChangeAgreementForm(AgreementForm):
    """The organisation stays the same."""

    organisation = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        forms.Form.__init__(self, *args, **kwargs)


class AdmitForm(EditorForm):
    """By name, after a call back."""

    coordinator = None  # type: ignore[assignment]
    phone = WordsField(
        label=_("Mobile phone of work"),
        help_text=_("Heard in that call. Here the second code arrives."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr"}),
    )
    number_found = forms.ChoiceField(
        label=_("Where did you find the number that you called?"),
        choices=Admission.Found.choices,
        widget=TileRadio(),
    )
    called = forms.BooleanField(
        label=_("I called the organisation, and this person works there"),
        error_messages={"required": _("First call the organisation back.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].label = _("Who is let in?")

    def clean_phone(self) -> str:
        try:
            phone = clean(self.cleaned_data["phone"])
        except NotAnAddress as wrong:
            raise forms.ValidationError(_("We do not know this number.")) from wrong
        if kind_of(phone) == Kind.MAIL or is_landline(phone):
            raise forms.ValidationError(_("Fill in a mobile number: there a code can arrive."))
        return phone
