"""What connectors type about people."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
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

    def __init__(self, *args: Any, member: Member, by: Member, place: str, **kw: Any) -> None:
        kw["initial"] = {"words": self.welcome(member, by, place)}
        super().__init__(*args, **kw)

    @staticmethod
    def welcome(member: Member, by: Member, place: str) -> str:
        words = _(
            "Hello %(name)s,\n\nWelcome to Plein %(place)s! I am %(by)s. "
            "I help neighbours to find each other. Is there something I can do for you?\n\n"
            "Kind regards,\n%(by)s"
        )
        return words % {"name": member.name, "place": place, "by": by.name}


class GoneForm(forms.Form):
    because = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=Member.Gone.choices,
        widget=TileRadio(pictograms={"died": "flower-tulip", "moved": "house-line"}),
        error_messages={"required": gettext_lazy("Choose one of the tiles.")},
    )
