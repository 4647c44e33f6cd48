"""Choosing from the lists, and arranging them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox


class ChooseForm(forms.Form):
    """Tiles of a list; several may be chosen."""

    chosen = forms.MultipleChoiceField(
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose from the list.")},
    )

    def __init__(
        self,
        *args: Any,
        model: type[Theme] | type[TargetGroup],
        town: Community,
        label: str,
        keep: list[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        every = model.objects.in_town(town.pk)
        # What somebody chose before it was hidden stays visible to them, so they can let it go.
        self.entries = {e.key: e for e in every if e.stopped_at is None or e.key in keep}
        field = self.fields["chosen"]
        field.label = label
        field.widget = TileCheckbox(pictograms={e.key: e.pictogram for e in self.entries.values()})
        choices = [(e.key, e.name) for e in self.entries.values()]
        field.choices = choices  # type: ignore[attr-defined]

    def chosen_entries(self) -> list[Any]:
        return [self.entries[key] for key in self.cleaned_data["chosen"]]


class NameForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("One or two words."), max_length=40
    )

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if not any(sign.isalpha() for sign in name) or any(sign in name for sign in "<>"):
            raise forms.ValidationError(_("Fill in a name. For example: Garden."))
        return name


class NewEntryForm(NameForm):
    same_as = forms.ChoiceField(
        label=gettext_lazy("What does it resemble most?"),
        help_text=gettext_lazy("So that neighbours of other places find it as well."),
    )

    def __init__(self, *args: Any, like: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["same_as"].choices = like  # type: ignore[attr-defined]
