"""Giving a role to somebody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community, Member, RoleName
from plein.ui.widgets import TileRadio


class RoleForm(forms.Form):
    member = forms.CharField(
        label=gettext_lazy("Who?"),
        help_text=gettext_lazy("Type the name as it stands on the site."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=gettext_lazy("Which role?"), widget=TileRadio())
    community = forms.ChoiceField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("A role counts for everything inside that place as well."),
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("For which theme or group?"),
        help_text=gettext_lazy("Empty means: for everything."),
        required=False,
    )
    until = forms.DateField(
        label=gettext_lazy("Until when?"),
        help_text=gettext_lazy("Leave it empty when it does not end."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Fill in a day. For example: 24-12-2026.")},
    )

    def __init__(
        self,
        *args: Any,
        places: Iterable[Community],
        roles: Iterable[str],
        subjects: Iterable[tuple[str, str]] = (),
        town: Community,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.town = town
        self.places = {str(place.pk): place for place in places}
        allowed = set(roles)
        self._choices("role", [choice for choice in RoleName.choices if choice[0] in allowed])
        self._choices("community", [(key, place.name) for key, place in self.places.items()])
        self._choices("subject", [("", _("Everything")), *subjects])

    def clean_member(self) -> Member:
        name = str(self.cleaned_data["member"]).strip()
        found = list(Member.objects.filter(town=self.town.pk, name__iexact=name).here()[:2])
        if not found:
            raise forms.ValidationError(_("Nobody here has this name. Check the letters."))
        if len(found) > 1:
            raise forms.ValidationError(
                _("More people have this name. Open their own page and give the role there.")
            )
        return found[0]

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return until

    def chosen_community(self) -> Community:
        return self.places[self.cleaned_data["community"]]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class TrainingForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("On which day was the training?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day
