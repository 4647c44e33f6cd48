"""What people may type or choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.matching.engine.shapes import DEFAULT
from plein.bridges.matching.models import Answer, Helper
from plein.ui.widgets import TileRadio

HELPER_SAYS = (
    (Answer.FAR, _("It is too far for me")),
    (Answer.NOT_THIS, _("I would rather do something else")),
    (Answer.NO_TIME, _("I have no time now")),
    (Answer.OTHER, _("Another reason")),
)
ASKER_SAYS = (
    (Answer.FAR, _("It is too far away")),
    (Answer.NOT_THIS, _("It is not what I ask")),
    (Answer.NO_TIME, _("It is at another time")),
    (Answer.OTHER, _("Another reason")),
)
DRAWINGS = {
    Answer.FAR.value: "map-pin",
    Answer.NOT_THIS.value: "heart",
    Answer.NO_TIME.value: "clock",
    Answer.OTHER.value: "chat-circle-dots",
}


class NotForMeForm(forms.Form):
    """'Past niet, want …'."""

    answer = forms.ChoiceField(
        label=_("Why does it not fit?"),
        error_messages={"required": _("Choose what fits best.")},
    )

    def __init__(self, *args: Any, helps: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        field.widget = TileRadio(pictograms=DRAWINGS)
        field.choices = HELPER_SAYS if helps else ASKER_SAYS  # type: ignore[attr-defined]


class HowOftenForm(forms.Form):
    """How often somebody may be asked. Answering by themselves is always possible."""

    weekly = forms.TypedChoiceField(
        label=_("How often may we ask you something?"),
        choices=(
            (Helper.MOST, _("At most twice a week")),
            (1, _("At most once a week")),
            (0, _("Do not ask me, I look myself")),
        ),
        coerce=int,
        widget=TileRadio(pictograms={"2": "hands-clapping", "1": "hand-heart", "0": "eyes"}),
        error_messages={"required": _("Choose what fits best.")},
    )


class AtOnceForm(forms.Form):
    """How many people somebody wants to help at the same time."""

    at_once = forms.TypedChoiceField(
        label=_("How many people do you want to help at the same time?"),
        choices=(
            ("1", _("One at a time")),
            ("2", _("At most two at a time")),
            ("3", _("At most three at a time")),
            ("0", _("As many as fit")),
        ),
        coerce=int,
        widget=TileRadio(pictograms={"1": "user", "2": "users", "3": "users-three", "0": "heart"}),
        error_messages={"required": _("Choose what fits best.")},
    )


class WordForm(forms.Form):
    """A word of this place, and what it means."""

    word = forms.CharField(
        label=_("Word"), help_text=_("As people say it here. For example: moesbak."), max_length=60
    )
    concept = forms.ChoiceField(label=_("It means"))

    def __init__(self, *args: Any, concepts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["concept"].choices = concepts  # type: ignore[attr-defined]

    def clean_word(self) -> str:
        word = " ".join(str(self.cleaned_data["word"]).split())
        if len(word) < 3 or not any(sign.isalpha() for sign in word):
            raise forms.ValidationError(_("Fill in a word of at least three letters."))
        return word


class WeightsForm(forms.Form):
    """The weights as they are; a number between 0 and 1."""

    def __init__(self, *args: Any, labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DEFAULT.as_dict():
            self.fields[name] = forms.FloatField(
                label=labels[name],
                min_value=0,
                max_value=1,
                widget=forms.NumberInput(attrs={"step": "0.01", "inputmode": "decimal"}),
            )
