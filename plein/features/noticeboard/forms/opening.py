"""One thing that an asker tells to one helper."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard.models import Opening
from plein.ui.fields import WordsField

What = Opening.What
HINTS = {
    What.PHONE: gettext_lazy("For example: 06 12345678."),
    What.ADDRESS: gettext_lazy("Street and number. Only this helper reads it."),
    What.AGE: gettext_lazy("As you like. For example: in my seventies."),
}


class OpeningForm(forms.Form):
    what = forms.ChoiceField(choices=What.choices, widget=forms.HiddenInput)
    words = WordsField(max_length=120, required=False)

    def __init__(self, data: Any = None, *, what: str, words: str = "") -> None:
        self.about = What(what)
        super().__init__(data, initial={"what": what, "words": words}, auto_id=f"id_{what}_%s")
        self.fields["words"].label = self.about.label
        self.fields["words"].help_text = HINTS.get(self.about, "")
        if self.about == What.NAME:
            del self.fields["words"]

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"]).strip()
        if not words:
            raise forms.ValidationError(_("Write what you want to show."))
        return words
