"""What people type on the pages of overviews."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.overviews.search.light import words_of
from plein.foundation.accounts.addresses import is_landline
from plein.foundation.accounts.forms import AddressField


class SendForm(forms.Form):
    """Where the list goes: a mail address or a mobile number, and kept by nobody."""

    to = AddressField(
        label=_("To which mobile number or mail address?"),
        help_text=_("We use it once, for this list."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "dir": "ltr",
            }
        ),
    )

    def clean_to(self) -> str:
        address = str(self.cleaned_data["to"])
        if is_landline(address):
            raise forms.ValidationError(_("No text message arrives there. Is there a mobile?"))
        return address


class SynonymForm(forms.Form):
    words = forms.CharField(
        label=_("Words that mean the same here"),
        max_length=200,
        help_text=_("With commas between them. For instance: maatje, buddy."),
    )

    def clean_words(self) -> str:
        each = [" ".join(words_of(part)) for part in str(self.cleaned_data["words"]).split(",")]
        kept = list(dict.fromkeys(part for part in each if part))
        if len(kept) < 2:
            raise forms.ValidationError(_("Write at least two words, with a comma between them."))
        return ", ".join(kept)


class SavedForm(forms.Form):
    name = forms.CharField(
        label=_("A name for this list"),
        max_length=80,
        help_text=_("For instance: Library, things to do for seniors."),
    )
