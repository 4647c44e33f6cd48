"""What connectors type about people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.foundation.communities.welcome import usual_words
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio


class GreetingForm(forms.Form):
    words = WordsField(
        label=gettext_lazy("Your words"),
        help_text=gettext_lazy("Change what you like. Empty means: no message."),
        required=False,
        max_length=1000,
        lines=6,
    )

    def __init__(self, *args: Any, member: Member, by: Member, **kw: Any) -> None:
        kw["initial"] = {"words": usual_words(member, by)}
        super().__init__(*args, **kw)


class GoneForm(forms.Form):
    because = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=Member.Gone.choices,
        widget=TileRadio(pictograms={"died": "flower-tulip", "moved": "house-line"}),
        error_messages={"required": gettext_lazy("Choose one of the tiles.")},
    )
