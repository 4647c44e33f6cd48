"""Settings of a place, each with a default and one sentence (SIMPLE-4)."""

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities import colours, theming
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import MODULES, Size
from plein.foundation.media.forms import PictureField
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox, TileRadio

HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
)


class FirstPageForm(forms.Form):
    """What a manager sees first: nine choices."""

    name = WordsField(
        label=gettext_lazy("Name of the place"),
        help_text=gettext_lazy("It stands on every page, at the top left."),
        max_length=80,
    )
    size = forms.ChoiceField(
        label=gettext_lazy("How big do you begin?"),
        help_text=gettext_lazy("This decides which blocks are on. You can grow later."),
        choices=Size.choices,
        widget=TileRadio(
            pictograms={
                "straat": "house-line",
                "dorp": "church",
                "stad": "buildings",
                "doel": "flag",
            },
            lines={
                "straat": gettext_lazy("notice board and agenda"),
                "dorp": gettext_lazy("all six blocks"),
                "stad": gettext_lazy("all blocks, many parts"),
                "doel": gettext_lazy("one notice board for one goal"),
            },
        ),
    )
    intro = WordsField(
        label=gettext_lazy("Welcome"),
        help_text=gettext_lazy("One or two sentences on the front page."),
        required=False,
        max_length=600,
        lines=3,
    )
    phone = WordsField(
        label=gettext_lazy("Phone number"),
        help_text=gettext_lazy("Who rather calls than types finds it on every page."),
        required=False,
        max_length=20,
    )
    phone_hours = WordsField(
        label=gettext_lazy("When do you answer?"),
        help_text=gettext_lazy("For example: Monday to Friday from 9 to 12."),
        required=False,
        max_length=120,
    )
    walk_in = WordsField(
        label=gettext_lazy("Where can people walk in?"),
        help_text=gettext_lazy("For example: library, Monday morning."),
        required=False,
        max_length=200,
    )
    formal = forms.ChoiceField(
        label=gettext_lazy("How do you speak to people?"),
        help_text=gettext_lazy("Letters and phone calls always say u."),
        choices=[("", gettext_lazy("je")), ("1", gettext_lazy("u"))],
        required=False,
        widget=TileRadio(),
    )
    posting = forms.ChoiceField(
        label=gettext_lazy("Who may place something?"),
        help_text=gettext_lazy("Everybody is the usual choice: connectors see what is new."),
        choices=Community.Posting.choices,
        widget=TileRadio(),
    )
    public_tasks_open = forms.BooleanField(
        label=gettext_lazy("Everybody may read tasks in a public place at once"),
        help_text=gettext_lazy("Off: people read a private question after somebody met them."),
        required=False,
    )

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if not any(sign.isalpha() for sign in name) or any(sign in name for sign in "<>"):
            raise forms.ValidationError(_("Fill in a name. For example: Molenwijk."))
        return name

    def clean_phone(self) -> str:
        phone = str(self.cleaned_data["phone"])
        if phone and not re.fullmatch(r"\+?[\d ()./-]{3,20}", phone):
            raise forms.ValidationError(_("Fill in a phone number. For example: 0184 555 010."))
        return phone

    def clean_formal(self) -> bool:
        return str(self.cleaned_data["formal"]) == "1"


class ColourInput(forms.TextInput):
    """The browser's own colour picker; it always has a colour, so `required` is not for it."""

    input_type = "color"

    def use_required_attribute(self, initial: object) -> bool:  # noqa: ARG002
        return False


class ColourForm(forms.Form):
    """Six colours, one for each house."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {module.house: module.name for module in MODULES}
        for number in range(1, colours.HOUSES + 1):
            self.fields[f"colour_{number}"] = forms.CharField(
                label=str(names[number]), widget=ColourInput()
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name, text in list(data.items()):
            try:
                data[name] = colours.clean_colour(text)
            except colours.NotAColour:
                self.add_error(name, _("A colour is # with six signs. For example: #14735a."))
            except colours.TooMiddling:
                words = _("Letters cannot be read on this colour. Make it darker or lighter.")
                self.add_error(name, words)
        return data

    def chosen(self) -> list[str]:
        numbers = range(1, colours.HOUSES + 1)
        return [self.cleaned_data[f"colour_{number}"] for number in numbers]


class LogoForm(forms.Form):
    logo = PictureField(
        label=gettext_lazy("Logo"), help_text=gettext_lazy("It stands beside the name.")
    )


class ModulesForm(forms.Form):
    """Which blocks are on; what is off is gone everywhere (SIMPLE-2)."""

    modules = forms.MultipleChoiceField(
        label=gettext_lazy("Which blocks are on?"),
        help_text=gettext_lazy("What is off is gone everywhere. Nothing is lost."),
        required=False,
        choices=[(module.key, module.name) for module in MODULES],
        widget=TileCheckbox(pictograms={module.key: module.pictogram for module in MODULES}),
    )


class HostForm(forms.Form):
    host = forms.CharField(
        label=gettext_lazy("Own address on the web"),
        help_text=gettext_lazy("For example molenwijk.waterdrecht.nl. First let it lead here."),
        required=False,
        max_length=253,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community = community

    def clean_host(self) -> str | None:
        host = str(self.cleaned_data["host"]).strip().lower().removeprefix("https://").rstrip("/")
        if not host:
            if self.community.parent_id is None:
                raise forms.ValidationError(_("A town needs an address of its own."))
            return None
        if not HOST.fullmatch(host):
            raise forms.ValidationError(_("Fill in an address. For example: molenwijk.nl."))
        taken = Q(host=host) | Q(next_host=host)
        if Community.objects.filter(taken).exclude(pk=self.community.pk).exists():
            raise forms.ValidationError(_("This address is used by another place."))
        return host


class AgeForm(forms.Form):
    """From which age somebody joins by themselves. Below 16 the law asks for a parent."""

    least_age = forms.TypedChoiceField(
        label=gettext_lazy("From which age can somebody join by themselves?"),
        help_text=gettext_lazy("Younger people take part with a parent, school or club."),
        choices=[(16, "16"), (17, "17"), (18, "18")],
        coerce=int,
        widget=TileRadio(),
    )


class ReachForm(forms.Form):
    takes_up = forms.BooleanField(
        label=gettext_lazy("Show what the parts inside this place share"), required=False
    )
    takes_down = forms.BooleanField(
        label=gettext_lazy("Show what the whole town shares"), required=False
    )


class ThemeForm(forms.Form):
    """A file with design tokens. Only colours, sizes and names of fonts are taken from it."""

    file = forms.FileField(
        label=gettext_lazy("Theme file"),
        help_text=gettext_lazy(
            "A css or json file with design tokens of NL Design System (--basis-… or --utrecht-…)."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".css,.json,text/css,application/json"}),
    )
    tokens: dict[str, str]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > theming.MOST_SIGNS:
            raise forms.ValidationError(_("This file is too big for a theme."))
        try:
            self.tokens = theming.read(file.read().decode("utf-8-sig", "replace"))
        except theming.NoTokens as wrong:
            raise forms.ValidationError(
                _("We found no tokens in this file. Ask your designer for the file theme.css.")
            ) from wrong
        if wrong_pairs := theming.unreadable(self.tokens):
            raise forms.ValidationError(
                [
                    _("%(front)s on %(back)s cannot be read well: %(much)s to 1.")
                    % {"front": front, "back": back, "much": much}
                    for front, back, much in wrong_pairs[:5]
                ]
            )
        return file
