"""Who the client is and how to reach them. Nothing about care."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.care.actions.mandating import LONGEST, USUAL
from plein.foundation.care.models import Caseload, Client, Consent, Handover, Mandate
from plein.foundation.communities.models import Community, Member
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

CHOOSE = _("Choose one of the tiles.")
NOT_KEPT = {"autocomplete": "off"}


def which_organisation(caseloads: Sequence[Caseload], **more: Any) -> forms.ChoiceField:
    """For who was let in by more than one: nobody stands in the list of another by accident."""
    return forms.ChoiceField(
        label=_("For which organisation do you ask?"),
        choices=[(str(one.pk), one.agreement.organisation.name) for one in caseloads],
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        **more,
    )


class ClientForm(forms.Form):
    name = WordsField(
        label=_("What do you call this person in your team?"),
        help_text=_("As you call this person at work. Nobody outside your team sees it."),
        max_length=80,
        widget=forms.TextInput(attrs=NOT_KEPT),
    )
    home = forms.ChoiceField(label=_("District"))
    phone = WordsField(
        label=_("Phone number"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "tel", "dir": "ltr"}),
    )
    address = WordsField(
        label=_("Address"),
        help_text=_("Only to check that it never stands in an ask."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=NOT_KEPT),
    )
    note = WordsField(
        label=_("How do you reach this person?"),
        help_text=_("For example: call after ten o'clock. Put no details of care in Plein."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=NOT_KEPT),
    )
    channel = forms.ChoiceField(
        label=_("How does this person like to hear something?"),
        choices=Client.Channel.choices,
        widget=TileRadio(
            pictograms={
                "professional": "identification-badge",
                "phone": "phone",
                "paper": "envelope",
            }
        ),
        initial=Client.Channel.PROFESSIONAL,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    consent = forms.ChoiceField(
        label=_("How did this person say yes to standing in this list?"),
        choices=Consent.choices,
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(
        self,
        *args: Any,
        homes: list[Community],
        caseloads: Sequence[Caseload] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if len(caseloads) > 1:
            self.fields["caseload"] = which_organisation(caseloads)
        self.homes = {str(home.pk): home for home in homes}
        choice = self.fields["home"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - for the type only
        # Nothing is chosen beforehand: else everybody soon lives in the first of the alphabet.
        before = [("", _("Choose a district"))] if len(homes) > 1 else []
        choice.choices = [*before, *((key, home.name) for key, home in self.homes.items())]

    def clean_home(self) -> Community:
        return self.homes[self.cleaned_data["home"]]


class ExtendForm(forms.Form):
    """The same yes once more, until a later day."""

    consent = forms.ChoiceField(
        label=_("How did they say yes?"),
        choices=Consent.choices,
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    given_by = forms.ChoiceField(
        label=_("Who said yes?"),
        choices=Mandate.Representative.choices,
        widget=TileRadio(),
        required=False,
    )
    ends_on = forms.DateField(
        label=_("Until which day?"),
        help_text=_("At most a year. Two weeks before the end you hear from us."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"ends_on": timezone.localdate() + USUAL})
        super().__init__(*args, **kwargs)

    def clean_ends_on(self) -> Any:
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day from today, within a year."))
        return day


class MandateForm(ExtendForm):
    scope = forms.ChoiceField(
        label=_("For what?"),
        choices=Mandate.Scope.choices,
        widget=TileRadio(),
        initial=Mandate.Scope.SEVERAL,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    may_give_address = forms.BooleanField(
        label=_("I may give the address to a helper, once there is an appointment"), required=False
    )
    may_give_phone = forms.BooleanField(
        label=_("I may give the phone number to a helper, once there is an appointment"),
        required=False,
    )
    may_name_organisation = forms.BooleanField(
        label=_("The name of my organisation may stand with the ask"), required=False
    )


class HandOverForm(forms.Form):
    taker = forms.ChoiceField(label=_("To which colleague?"), widget=TileRadio())
    reason = forms.ChoiceField(label=_("Why?"), choices=Handover.Reason.choices, widget=TileRadio())

    def __init__(self, *args: Any, team: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = {str(one.pk): one for one in team}
        choice = self.fields["taker"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - for the type only
        choice.choices = [(key, one.name) for key, one in self.team.items()]

    def clean_taker(self) -> Member:
        return self.team[self.cleaned_data["taker"]]


class CardForm(forms.Form):
    code = WordsField(
        label=_("The code"),
        help_text=_("It stands on the card or in the text message: 8 letters and digits."),
        max_length=20,
        widget=forms.TextInput(attrs=NOT_KEPT | {"dir": "ltr", "autocapitalize": "characters"}),
        error_messages={"required": _("Type the code of the card or the text message.")},
    )
