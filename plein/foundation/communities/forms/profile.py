"""The profile, in small parts: each form is one page."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.forms.joining import HomeField, NameField
from plein.foundation.communities.models import Member
from plein.foundation.communities.tree import Tree
from plein.foundation.media.forms import PictureField
from plein.foundation.places.postcodes import NotAPostcode, clean_postcode
from plein.lib import week
from plein.ui.fields import WordsField
from plein.ui.widgets import DAYS, PARTS, AvailabilityGrid, TileCheckbox, TileRadio, slot_choices

SPOKEN = ("nl", "en", "ar", "tr", "pl", "uk", "de", "fr", "es", "zh-hans")
"""Languages people may tick; what else they speak, they write under "about me"."""


class AboutForm(forms.Form):
    name = NameField()
    about = WordsField(
        label=_("About you"),
        help_text=_("Two sentences are enough. Leave out your address and your health."),
        required=False,
        max_length=600,
        lines=5,
    )


class PhotoForm(forms.Form):
    photo = PictureField(
        label=_("Your photo"),
        help_text=_("A photo helps people to recognise you. You may leave it out."),
    )


class HomeForm(forms.Form):
    postcode = forms.CharField(
        label=_("Your postcode"),
        help_text=_("We look in which part of the town it lies, and then forget it."),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "dir": "ltr"}),
    )

    def __init__(self, data: Any, *, tree: Tree, now: UUID) -> None:
        super().__init__(data, initial={"home": str(now)})
        self.fields["home"] = HomeField(tree, now)
        self.order_fields(["home", "postcode"])

    def clean_postcode(self) -> str:
        try:
            return clean_postcode(self.cleaned_data["postcode"])
        except NotAPostcode as wrong:
            words = _("A postcode has four digits and two letters. For example: 1234 AB.")
            raise forms.ValidationError(words) from wrong


class AvailableForm(forms.Form):
    available = forms.MultipleChoiceField(
        label=_("When can you?"),
        help_text=_("Tap the moments at which you can often do something."),
        required=False,
        choices=slot_choices,
        widget=AvailabilityGrid(),
        error_messages={"invalid_choice": _("Choose moments from the week.")},
    )

    def clean_available(self) -> int:
        return to_bits(self.cleaned_data["available"])


class HowFarForm(forms.Form):
    how_far = forms.ChoiceField(
        label=_("How far do you go?"),
        choices=Member.Reach.choices,
        widget=TileRadio(
            pictograms={"corner": "door", "walk": "footprints", "bike": "bicycle", "further": "bus"}
        ),
        error_messages={"required": _("Choose one of the four.")},
    )


class LanguagesForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label=_("Which languages do you speak?"),
        required=False,
        choices=lambda: [
            (code, get_language_info(code)["name_local"].capitalize()) for code in SPOKEN
        ],
        widget=TileCheckbox(),
        error_messages={"invalid_choice": _("Choose languages from the list.")},
    )


class ReadingForm(forms.Form):
    language = forms.ChoiceField(
        label=_("In which language do we write to you?"),
        choices=settings.LANGUAGES,
        widget=TileRadio(),
    )
    formal = forms.TypedChoiceField(
        label=_("Do we say je or u?"),
        help_text=_("In Dutch. It makes no difference to what others read."),
        choices=[("", _("As this place does")), ("nee", _("je")), ("ja", _("u"))],
        coerce=lambda value: value == "ja",
        empty_value=None,
        required=False,
        widget=TileRadio(),
    )
    letters = forms.BooleanField(label=_("Bigger letters"), required=False)
    contrast = forms.BooleanField(label=_("More contrast"), required=False)

    def clean_letters(self) -> str:
        return "large" if self.cleaned_data["letters"] else ""

    def clean_contrast(self) -> str:
        return "more" if self.cleaned_data["contrast"] else ""


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Until when?"),
        help_text=_("Leave it empty when you do not know yet."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Fill in a day. For example: 24-12-2026.")},
    )

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        today = timezone.localdate()
        if until and not today < until <= today + timedelta(days=366):
            raise forms.ValidationError(_("Choose a day after today, within a year."))
        return until


def to_bits(slots: list[str]) -> int:
    """The ticked parts of the week as 21 bits."""
    days, parts = [key for key, _name in DAYS], [key for key, _name in PARTS]
    pairs = (slot.split("-") for slot in slots)
    return week.pack((days.index(day), parts.index(part)) for day, part in pairs)


def to_slots(bits: int) -> list[str]:
    return [f"{DAYS[day][0]}-{PARTS[part][0]}" for day, part in week.unpack(bits)]
