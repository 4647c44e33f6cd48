"""What somebody chooses, and the name of what is renewed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.publications.shapes import ALONE, BY_KEY, SHAPES
from plein.ui.widgets import TileRadio

TOO_OFTEN = _("You asked for many files. Wait an hour and try again, or call us.")
TOO_MANY = _("You already have ten of these. Stop one first.")

TOO_MANY_READERS = _("Five addresses are the most. Take one away first.")


class ShapeForm(forms.Form):
    """On which paper."""

    vorm = forms.ChoiceField(
        label=_("On which paper?"),
        error_messages={"required": _("Choose one.")},
        widget=TileRadio(
            pictograms={shape.key: shape.pictogram for shape in SHAPES},
            lines={shape.key: shape.line for shape in SHAPES},
        ),
    )

    def __init__(self, *args: Any, alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [BY_KEY[key] for key in ALONE] if alone else SHAPES
        choices = [(shape.key, shape.name) for shape in shown]
        self.fields["vorm"].choices = choices  # type: ignore[attr-defined]


class StandingForm(forms.Form):
    """What it is called on the list of its maker, and at its address."""

    name = forms.CharField(
        label=_("What do you call it?"),
        max_length=80,
        help_text=_("For instance: booklet for the library."),
        error_messages={"required": _("Give it a name.")},
    )
    mails = forms.BooleanField(label=_("Tell me each month when it is ready"), required=False)


class ReaderForm(forms.Form):
    """Another address that hears of it each month."""

    mail = forms.EmailField(
        label=_("A mail address"),
        max_length=200,
        help_text=_("For instance of a library or a doctor's practice. We ask first."),
        error_messages={"required": _("Fill in a mail address.")},
    )
