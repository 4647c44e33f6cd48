"""What hosts and residents fill in at a matchpoint. Nothing of it is filled in by a browser."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.bridges.matchpoint.models import Matchpoint
from plein.bridges.matchpoint.pictures import PICTURES
from plein.foundation.accounts.forms import AddressField, NumberField
from plein.foundation.communities.forms.joining import HomeField, NameField
from plein.foundation.communities.models import Member
from plein.foundation.communities.tree import Tree
from plein.foundation.taxonomy.models import Theme
from plein.lib.codes import read_code
from plein.shared.notifications.forms import ThroughSomebody
from plein.ui.fields import DayField, WordsField
from plein.ui.widgets import TileRadio

CHOOSE = _("Choose one of the tiles.")
OFF = {"autocomplete": "off"}
LEAST_PIN = 6


class PinField(forms.CharField):
    """Digits, six or more; gives the digits only."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}
        options.setdefault("widget", forms.PasswordInput(attrs=attrs))
        options.setdefault("max_length", 20)
        super().__init__(**options)

    def clean(self, value: Any) -> str:
        digits = "".join(sign for sign in str(super().clean(value) or "") if sign.isdecimal())
        if (digits or self.required) and len(digits) < LEAST_PIN:
            raise forms.ValidationError(_("A PIN has six digits or more."))
        return digits


class PinForm(forms.Form):
    pin = PinField(label=_("PIN of this matchpoint"))


class WhoForm(forms.Form):
    host = forms.TypedChoiceField(
        label=_("Who sits beside people today?"),
        coerce=UUID,
        widget=TileRadio(go_on=True),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, hosts: Sequence[Member], **kw: Any) -> None:
        super().__init__(*args, **kw)
        same = Counter(host.name for host in hosts)
        self.fields["host"].choices = [  # type: ignore[attr-defined]
            (str(h.pk), f"{h.name} ({h.home.name})" if same[h.name] > 1 else h.name) for h in hosts
        ]


class MatchpointForm(forms.ModelForm[Matchpoint]):
    pin = PinField(
        label=_("PIN to open the day"),
        help_text=_("Six digits or more. Hosts type it in the morning. We cannot show it later."),
    )

    class Meta:
        model = Matchpoint
        fields = ("name", "walk_in", "phone", "paper")
        widgets = {"paper": TileRadio()}
        labels = {
            "name": _("What is it called?"),
            "walk_in": _("Where is it, and when is somebody there?"),
            "phone": _("Phone number of this matchpoint"),
            "paper": _("How does somebody take their code home?"),
        }
        help_texts = {
            "name": _("For example: the library"),
            "walk_in": _("For example: Church Street 1, every morning from 10 to 12 o'clock"),
        }

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not self.instance._state.adding:
            self.fields["pin"].required = False
            self.fields["pin"].label = _("A new PIN")
            self.fields["pin"].help_text = _(
                "Leave it empty to keep the PIN. A new one closes all screens."
            )


class MeForm(ThroughSomebody):
    """The last question: who asks, and how we reach them. A phone is not needed."""

    name = NameField(widget=forms.TextInput(attrs=OFF))
    phone = AddressField(
        label=_("May we call you? On which number?"),
        help_text=_("It is not needed. Without a number you come back here with your slip."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, tree: Tree, **kw: Any) -> None:
        super().__init__(*args, **kw)
        home = HomeField(tree)
        if len(home.homes) > 1:
            self.fields["home"] = home

    def clean_phone(self) -> str:
        phone = str(self.cleaned_data["phone"])
        if "@" in phone:
            raise forms.ValidationError(_("Only a phone number fits here."))
        return phone

    def answers(self) -> dict[str, str]:
        said = self.cleaned_data
        return {
            "name": said["name"],
            "phone": said["phone"],
            "home": str(said.get("home") or ""),
            "through_name": said["through_name"],
            "through_phone": said["through_phone"],
        }


class NewsForm(ThroughSomebody):
    """Who came back chooses who hears their news."""

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for field in self.fields.values():
            field.required = True


class PictureForm(forms.Form):
    picture = forms.ChoiceField(
        label=_("Choose your picture"),
        choices=list(PICTURES.items()),
        widget=TileRadio(pictograms={key: key for key in PICTURES}),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


class SlipForm(PictureForm):
    """Code and picture of a slip."""

    code = forms.CharField(
        label=_("The code on your slip"),
        help_text=_("Six signs"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "dir": "ltr",
            }
        ),
        error_messages={"required": _("Type the six signs on your slip.")},
    )
    field_order = ("code", "picture")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["picture"].label = _("Your picture")

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("A code has six signs. Look at your slip once more."))
        return code


class Because(models.TextChoices):
    """Why a slip opens nothing any more; for the audit."""

    LOST = "lost", _("The slip is lost")
    UNREADABLE = "unreadable", _("The slip cannot be read")
    ELSEWHERE = "elsewhere", _("Somebody else may have the slip")


def said_to_be_lost() -> str:
    """For who comes with a slip that is not the newest any more."""
    return gettext(
        "Somebody said that this slip was lost, and got a new one. Was that not you? Tell who sits "
        "beside you now: they call the managers."
    )


class LostForm(PictureForm):
    """Without the slip: what its owner remembers, and then the host vouches."""

    name = NameField(help_text=_("As you gave it then."), widget=forms.TextInput(attrs=OFF))
    phone = NumberField(
        label=_("Did you give us a phone number? Which one?"), autocomplete="off", required=False
    )
    day = DayField(
        label=_("On which day did you ask it? About is fine."),
        help_text=_("Only when you gave no number."),
        required=False,
    )
    theme = forms.ChoiceField(
        label=_("What was it about?"),
        help_text=_("Only when you gave no number."),
        required=False,
    )
    face = forms.BooleanField(
        label=_("I see this person in front of me, and I know them or who came along with them"),
        required=False,
    )
    because = forms.ChoiceField(label=_("Why a new slip?"), choices=Because.choices)
    pin = PinField(label=_("PIN of this matchpoint"))
    field_order = ("name", "picture", "phone", "day", "theme", "face", "because", "pin")

    def __init__(self, *args: Any, themes: Iterable[Theme], **kw: Any) -> None:
        super().__init__(*args, **kw)
        theme = cast("forms.ChoiceField", self.fields["theme"])
        theme.choices = [("", "–"), *((each.key, each.name) for each in themes)]
        self.fields["picture"].label = _("Your picture")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "phone" in said and "day" in said and not (said["phone"] or said["day"]):
            self.add_error("phone", _("Fill in the number you gave, or the day you asked it."))
        elif not said.get("phone"):
            if not said.get("theme"):
                self.add_error("theme", _("Without a number we need this as well."))
            if not said.get("face"):
                self.add_error("face", _("Without a number a new slip is only for who sits here."))
        return said


class ReplyForm(forms.Form):
    text = WordsField(
        label=_("What do you want to say?"),
        lines=3,
        max_length=2000,
        error_messages={"required": _("Write a few words first.")},
    )
