"""Noting what was seen, and what each task asks."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.organisations.models import Organisation
from plein.foundation.proofs.models import Proof, ProofRules, Rung, Task
from plein.foundation.proofs.queries import end_of
from plein.foundation.proofs.wording import PICTOGRAMS
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

YEARS = (1, 2, 3, 5)


class NoteForm(forms.Form):
    """What, when, and where or by whom. There is no place for a document or a number."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What was seen or heard?"),
        choices=Proof.KINDS,
        widget=TileRadio(
            pictograms={rung.value: name for rung, name in PICTOGRAMS.items()},
            lines={
                "met": gettext_lazy("I spoke with this person there"),
                "known": gettext_lazy("I called, and they know this person"),
                "vog": gettext_lazy("I held it in my hands. Make no copy."),
            },
        ),
        error_messages={"required": gettext_lazy("Choose one of the tiles.")},
    )
    seen_on = forms.DateField(
        label=gettext_lazy("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    place = WordsField(
        label=gettext_lazy("At which matchpoint?"),
        help_text=gettext_lazy("Only when you met there."),
        max_length=80,
        required=False,
    )
    organisation = forms.ChoiceField(
        label=gettext_lazy("Which organisation knows this person?"),
        help_text=gettext_lazy("Only when you called them."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: Iterable[Organisation],
        place: str,
        rules: ProofRules,
    ) -> None:
        super().__init__(data, initial={"seen_on": timezone.localdate(), "place": place})
        self.rules = rules
        self.organisations = {str(one.pk): one for one in organisations}
        choice = cast("forms.ChoiceField", self.fields["organisation"])
        names = [(key, one.name) for key, one in self.organisations.items()]
        choice.choices = [("", "–"), *names]

    def clean_seen_on(self) -> date:
        day: date = self.cleaned_data["seen_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean_organisation(self) -> Organisation | None:
        return self.organisations.get(self.cleaned_data["organisation"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == Rung.KNOWN and not said.get("organisation"):
            self.add_error("organisation", _("Choose which organisation it is."))
        if said.get("kind") and said.get("seen_on"):
            ends = end_of(said["kind"], said["seen_on"], self.rules)
            if ends and ends < timezone.localdate() + timedelta(days=1):
                self.add_error("seen_on", _("That is too long ago: it does not count any more."))
        return said


class RulesForm(forms.ModelForm[ProofRules]):
    """For each kind of task one rung; who has a higher one may do it too."""

    class Meta:
        model = ProofRules
        fields = (*Task.values, "vog_years", "other_years")
        help_texts = {"other_years": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pictograms = {rung.value: name for rung, name in PICTOGRAMS.items()}
        for task in Task:
            self.fields[task.value] = forms.ChoiceField(
                label=task.label,
                choices=Rung.choices,
                widget=TileRadio(pictograms={"none": "hand-waving", **pictograms}),
            )
        labels = {
            "vog_years": _("A VOG counts for so many years"),
            "other_years": _("Seen or known counts for so many years"),
        }
        for name, label in labels.items():
            years = sorted({*YEARS, getattr(self.instance, name)} - {0})
            self.fields[name] = forms.TypedChoiceField(
                label=label, coerce=int, choices=[(n, n) for n in years]
            )
