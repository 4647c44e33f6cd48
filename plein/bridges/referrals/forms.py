"""What somebody fills in who gives a slip, and who comes with one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.overviews.forms import SendForm
from plein.bridges.referrals.models import LEAST_DAYS, MOST_DAYS
from plein.lib.codes import read_code
from plein.lib.writing.names import names_in

OFF = {"autocomplete": "off"}
MOST_DIGITS = 4


class GiveForm(SendForm):
    """All of it may stay empty: then it is a slip on paper, and the organiser hears nothing."""

    word = forms.CharField(
        label=_("A word by which you know it again"),
        help_text=_("For instance: Tuesday. Never a name or a date of birth; you may skip it."),
        max_length=24,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    tells = forms.BooleanField(
        label=_("Tell the organiser that somebody may come"),
        help_text=_("They hear no name. With a link they tell you in one tap whether it worked."),
        required=False,
        initial=True,
    )
    field_order = ("word", "to", "tells")

    def __init__(self, *args: Any, tells: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        to = self.fields["to"]
        to.required = False
        to.label = _("Also send it to a mobile number or mail address?")
        to.help_text = _("Not needed. We use it once, for this slip.")
        if not tells:
            del self.fields["tells"]

    def clean_word(self) -> str:
        word = " ".join(str(self.cleaned_data["word"]).split())
        digits = sum(sign.isdigit() for sign in word)
        if "@" in word or digits > MOST_DIGITS or list(names_in(word, name="")):
            raise forms.ValidationError(_("This may tell who it is. Choose another word."))
        return word

    def clean_to(self) -> str:
        return super().clean_to() if self.cleaned_data["to"] else ""


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code on the slip"),
        help_text=_("Six signs"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                **OFF,
                "autocapitalize": "characters",
                "spellcheck": "false",
                "dir": "ltr",
            }
        ),
        error_messages={"required": _("Type the six signs on the slip.")},
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("A code has six signs. Look at the slip once more."))
        return code


class RulesForm(forms.Form):
    days = forms.IntegerField(
        label=_("After how many days is a slip erased?"),
        help_text=_("From 14 to 365. What was given before keeps its own day."),
        min_value=LEAST_DAYS,
        max_value=MOST_DAYS,
    )
