"""Three fields to join, and two traps for machines (H11, SIMPLE-5)."""

import time
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.forms import AddressField
from plein.foundation.communities.models import Community
from plein.foundation.communities.tree import Tree
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

SALT = "plein.join"
A_DAY = 24 * 3600
MOST_TILES = 7


class NameField(WordsField):
    """How others see somebody. No links, no numbers to call."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your name"))
        kwargs.setdefault("help_text", _("Your first name is enough. Neighbours see it."))
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "given-name"}))
        super().__init__(**kwargs)
        self.error_messages["required"] = _("Fill in your first name.")

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        if any(sign in name for sign in "@/<>") or sum(sign.isdigit() for sign in name) > 3:
            raise forms.ValidationError(_("Only your name, please. For example: Noor."))
        if name and not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(_("Fill in your first name. For example: Noor."))
        return name


class HomeField(forms.TypedChoiceField):
    """Where somebody lives: tiles up to seven, else a list. Where they live `now` is among them."""

    def __init__(self, tree: Tree, now: UUID | None = None, **kwargs: Any) -> None:
        self.homes = tree.homes_to_choose(now)
        choices: list[Any] = [(str(home.pk), home.name) for home in self.homes]
        many = len(choices) > MOST_TILES
        if many:
            choices.insert(0, ("", _("Choose your neighbourhood")))
        kwargs.setdefault("label", _("Where do you live?"))
        super().__init__(
            choices=choices,
            coerce=UUID,
            widget=forms.Select() if many else TileRadio(),
            error_messages={
                "required": _("Choose where you live."),
                "invalid_choice": _("Choose one of the names in the list."),
            },
            **kwargs,
        )

    def home_of(self, key: UUID) -> Community:
        return next(home for home in self.homes if home.pk == key)


class JoinForm(forms.Form):
    """Name, phone or mail, wijk. In a place without parts the last one is known already."""

    name = NameField()
    address = AddressField()
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    began = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    field_order = ("name", "address", "home", "website", "began")

    def __init__(self, *args: Any, tree: Tree, here: Community, proved: bool = False, **kw: Any):
        kw.setdefault("initial", {}).update(
            began=signing.dumps(time.time(), salt=SALT), home=str(here.pk)
        )
        super().__init__(*args, **kw)
        self.elsewhere = here
        home = HomeField(tree)
        if len(home.homes) > 1:
            self.fields["home"] = home
        if proved:
            del self.fields["address"]
        self.order_fields(list(self.field_order))

    def chosen_home(self) -> Community:
        field = self.fields.get("home")
        if isinstance(field, HomeField):
            return field.home_of(self.cleaned_data["home"])
        return self.elsewhere

    @property
    def is_trapped(self) -> bool:
        """Something filled in what no person sees."""
        return bool(self.cleaned_data.get("website"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if settings.LEAST_SECONDS_TO_JOIN and self._seconds() < settings.LEAST_SECONDS_TO_JOIN:
            raise forms.ValidationError(_("That was very fast. Press the button once more."))
        return data

    def _seconds(self) -> float:
        try:
            began = signing.loads(self.data.get("began", ""), salt=SALT, max_age=A_DAY)
        except signing.BadSignature:
            return 0
        return time.time() - float(began)
