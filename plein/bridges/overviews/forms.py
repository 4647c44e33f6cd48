"""What people type on the pages of overviews."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.overviews.search.light import words_of


class MailForm(forms.Form):
    to = forms.EmailField(
        label=_("To which mail address?"),
        max_length=254,
        help_text=_("We use the address once, for this mail."),
    )


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
