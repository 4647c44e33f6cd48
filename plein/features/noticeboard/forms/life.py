"""How it went, what happened, how it was settled: one tap each."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models import Concern, FollowUp
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

CHOOSE = {
    "required": _("Choose one of the tiles."),
    "invalid_choice": _("Choose one of the tiles."),
}


class FollowUpForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("How did it go?"),
        choices=FollowUp.Answer.choices,
        widget=TileRadio(
            go_on=True,
            pictograms={
                "well": "smiley",
                "not_well": "smiley-meh",
                "stopped": "handshake",
                "more_often": "heart",
                "more_help": "lifebuoy",
            },
        ),
        error_messages=CHOOSE,
    )


class ConcernForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What do you want to tell?"),
        choices=Concern.Kind.choices,
        widget=TileRadio(pictograms={"incident": "warning", "worry": "heart"}),
        error_messages=CHOOSE,
    )
    about = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Concern.About.choices,
        widget=TileRadio(
            pictograms={
                "unsafe": "warning-circle",
                "money": "money",
                "rude": "chat-circle-slash",
                "absent": "user",
                "alone": "lifebuoy",
                "other": "phone-call",
            }
        ),
        error_messages=CHOOSE,
    )


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("How was it settled?"),
        choices=Concern.Outcome.choices,
        widget=TileRadio(),
        error_messages=CHOOSE,
    )


class PlaceThanksForm(forms.Form):
    words = WordsField(
        label=_("Your words"),
        help_text=_("Change what you like."),
        lines=7,
        max_length=1000,
        error_messages={"required": _("Write a few words. “Thank you!” is enough.")},
    )
