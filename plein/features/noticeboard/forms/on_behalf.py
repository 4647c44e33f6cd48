"""One short page, made for one thumb: for whom, what, when, where."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.forms.asking import CHOOSE, Choices, WhatForm, WhereForm
from plein.features.noticeboard.forms.fields import ANY, PARTS_OF_WEEK, part_named, part_of_week
from plein.foundation.accounts.addresses import Kind, NotAnAddress, clean, kind_of
from plein.foundation.care.access import chosen
from plein.foundation.care.forms.clients import which_organisation
from plein.foundation.care.models import Caseload, Client, Consent, Mandate, Voice
from plein.foundation.communities.models import Community
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

NEW = "new"
MANY = 12
"""With more clients than this a list is quicker for one thumb than tiles."""
NEEDED = _("Choose or type this as well.")


class SomethingForm(forms.Form):
    """What, when and where; `answers()` is what a draft keeps, also of a page half filled in."""

    theme = forms.ChoiceField(
        label=_("What is it about?"),
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    title = WhatForm.base_fields["title"]
    text = WhatForm.base_fields["text"]
    when = part_of_week()
    again = forms.BooleanField(label=_("It is more than once"), required=False)
    task_class = WhereForm.base_fields["task_class"]

    def __init__(self, data: Any = None, *, choices: Choices, **kwargs: Any) -> None:
        kwargs["initial"] = self.before(choices.answers) | kwargs.get("initial", {})
        super().__init__(data, **kwargs)
        theme, when = self.fields["theme"], self.fields["when"]
        assert isinstance(theme, forms.ChoiceField)  # noqa: S101 - for the type only
        theme.choices = [(one.key, one.name) for one in choices.themes]
        theme.widget.pictograms = {one.key: one.pictogram for one in choices.themes}
        for field in (when, self.fields["task_class"]):
            field.widget.go_on = False

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        return {"when": part_named(answers.get("when_bits", 0)), "task_class": "door"} | answers

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "theme": said.get("theme", ""),
            "title": said.get("title", ""),
            "text": said.get("text", ""),
            "again": said.get("again", False),
            "when_bits": PARTS_OF_WEEK[said.get("when") or ANY],
            "task_class": said.get("task_class", "door"),
        }


class BehalfForm(SomethingForm):
    """For a client of mine, or for a new one whose yes I note right here."""

    client = forms.ChoiceField(
        label=_("For whom?"),
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    name = WordsField(
        label=_("What do you call this person in your team?"),
        help_text=_("Only your team sees it."),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    home = forms.ChoiceField(label=_("District"), required=False)
    consent = forms.ChoiceField(
        label=_("How did this person say yes?"),
        choices=Consent.choices,
        widget=TileRadio(),
        required=False,
    )
    field_order = ("client", "name", "home", "consent", "theme", "title", "text", "when")

    def __init__(
        self,
        *args: Any,
        mandates: list[Mandate],
        homes: list[Community],
        caseloads: list[Caseload],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.caseloads = caseloads
        if len(caseloads) > 1:
            self.fields["which"] = which_organisation(caseloads, required=False)
        self.mandates = {str(one.client_id): one for one in mandates}
        self.homes = {str(one.pk): one for one in homes}
        client, home = self.fields["client"], self.fields["home"]
        if len(self.mandates) > MANY:
            client.widget = forms.Select()
        named = [(key, one.client.name) for key, one in self.mandates.items()]
        client.choices = [*named, (NEW, _("Somebody new"))]  # type: ignore[attr-defined]
        home.choices = [(key, one.name) for key, one in self.homes.items()]  # type: ignore[attr-defined]

    @property
    def is_new(self) -> bool:
        return str(self["client"].value()) == NEW

    @property
    def chosen(self) -> UUID | None:
        key = self.cleaned_data.get("client", "")
        return UUID(key) if key in self.mandates else None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("client") == NEW:
            for name in ("which", "name", "home", "consent"):
                if name in self.fields and not said.get(name) and name not in self.errors:
                    self.add_error(name, NEEDED)
        return said

    @property
    def caseload(self) -> Caseload:
        return chosen(self.caseloads, self.cleaned_data.get("which", ""))

    def new_client(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "name": said["name"],
            "home": self.homes[said["home"]],
            "consent": said["consent"],
            "channel": Client.Channel.PROFESSIONAL,
        }


class SomebodyForm(SomethingForm):
    """For my mother, my neighbour: with a number at which we ask them."""

    relation = forms.ChoiceField(
        label=_("For whom do you ask?"),
        choices=Voice.Relation.choices,
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    phone = WordsField(
        label=_("At which number do we reach this person?"),
        help_text=_("We ask them first. After that we forget the number."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr", "autocomplete": "off"}),
    )
    field_order = ("relation", "theme", "title", "text", "when")

    def __init__(self, *args: Any, own_phone: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_phone = own_phone

    def clean_phone(self) -> str:
        try:
            phone = clean(self.cleaned_data["phone"])
        except NotAnAddress as wrong:
            raise forms.ValidationError(_("We do not know this number.")) from wrong
        if kind_of(phone) == Kind.MAIL or phone == self.own_phone:
            raise forms.ValidationError(_("Fill in the number of the other person, not your own."))
        return phone

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        own = {"relation": said.get("relation", ""), "phone": said.get("phone", "")}
        return super().answers() | own


class HeardForm(forms.Form):
    """What a connector heard."""

    heard = forms.ChoiceField(
        label=_("What did this person say?"),
        choices=[
            ("phone", _("Yes, on the phone")),
            ("card", _("Yes, on a signed card")),
            ("no", _("No, or does not know of it")),
        ],
        widget=TileRadio(pictograms={"phone": "phone", "card": "identification-card", "no": "x"}),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


class ChangedMindForm(forms.Form):
    """After a yes only this is left to note: they do not want it any more."""

    heard = forms.ChoiceField(
        label=_("What did this person say?"),
        choices=[("no", _("They changed their mind: close the ask"))],
        widget=TileRadio(pictograms={"no": "x"}),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
