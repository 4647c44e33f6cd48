"""Later, and to whom."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy

from plein.bridges.dayboard.models import MatterRow
from plein.foundation.communities.models import Member
from plein.ui.widgets import TileRadio


class LaterForm(forms.Form):
    """What is of today comes back tomorrow: then there is nothing to choose but the reason."""

    because = forms.ChoiceField(
        label=gettext_lazy("Why later?"),
        choices=MatterRow.Because.choices,
        widget=TileRadio(),
        error_messages={"required": gettext_lazy("Choose why. Your colleagues read it too.")},
    )
    until = forms.ChoiceField(
        label=gettext_lazy("When does it come back?"),
        choices=MatterRow.Until.choices,
        initial=MatterRow.Until.TOMORROW,
        widget=TileRadio(),
    )

    def __init__(self, data: Any = None, *, row: MatterRow) -> None:
        super().__init__(data)
        if row.is_today:
            del self.fields["until"]


class HandOverForm(forms.Form):
    to = forms.ChoiceField(
        label=gettext_lazy("Who takes it over?"),
        widget=TileRadio(),
        error_messages={"required": gettext_lazy("Choose somebody.")},
    )

    def __init__(self, data: Any = None, *, team: list[Member]) -> None:
        super().__init__(data)
        self.team = {str(member.pk): member for member in team}
        field = cast("forms.ChoiceField", self.fields["to"])
        field.choices = [(key, member.name) for key, member in self.team.items()]

    @property
    def chosen(self) -> Member:
        return self.team[self.cleaned_data["to"]]
