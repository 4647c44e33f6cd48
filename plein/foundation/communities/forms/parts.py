"""A wijk, buurt or street as its manager types it, also when it has no site of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.forms.arranging import FirstPageForm
from plein.foundation.communities.models import Community
from plein.foundation.communities.tree import Tree
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

SAID = ("name", "intro", "phone", "phone_hours", "walk_in", "posting", "public_tasks_open")


def _offer_parents(form: forms.Form, tree: Tree, part: Community | None) -> dict[str, Community]:
    """Every place of the town in which it could lie."""
    inside = tree.below(part) if part else set()
    places = {str(c.pk): c for c in tree.all.values() if c.pk not in inside}
    field = form.fields["parent"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
    field.choices = [(key, place.name) for key, place in places.items()]
    form.initial["parent"] = str(part.parent_id if part else tree.town.pk)
    return places


def _parent() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Inside which part does it lie?"))


class NewPartForm(forms.Form):
    """A new part of the tree: its name, and where it lies."""

    name = WordsField(label=_("Name"), max_length=80)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            choice for choice in Community.Kind.choices if choice[0] not in ("region", "town")
        ],
        widget=TileRadio(),
    )
    parent = _parent()

    clean_name = FirstPageForm.clean_name

    def __init__(self, *args: Any, tree: Tree, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.places = _offer_parents(self, tree, None)

    def chosen_parent(self) -> Community:
        return self.places[self.cleaned_data["parent"]]


class PartForm(FirstPageForm):
    """What a part needs as a page of the place around it; all but the name may stay empty."""

    parent = _parent()

    def __init__(self, data: Any, *, tree: Tree, part: Community) -> None:
        super().__init__(data, initial={name: getattr(part, name) for name in SAID})
        del self.fields["size"], self.fields["formal"]
        if not part.host:
            self.fields["name"].help_text = ""
        self.fields["intro"].help_text = _("One or two sentences on its page.")
        self.fields["phone"].help_text = _("Who rather calls than types finds it on its page.")
        self.fields["posting"].required = False
        self.part = part
        self.places = _offer_parents(self, tree, part)

    def clean_posting(self) -> str:
        return str(self.cleaned_data["posting"]) or self.part.posting

    def chosen_parent(self) -> Community:
        return self.places[self.cleaned_data["parent"]]

    def said(self) -> dict[str, Any]:
        """Settings of the part, by their names."""
        return {name: self.cleaned_data[name] for name in SAID}
