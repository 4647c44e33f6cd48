"""Choices as tiles, and a week on one grid. Without JavaScript they are plain inputs."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DAYS = (
    ("monday", pgettext_lazy("on a grid", "Monday")),
    ("tuesday", pgettext_lazy("on a grid", "Tuesday")),
    ("wednesday", pgettext_lazy("on a grid", "Wednesday")),
    ("thursday", pgettext_lazy("on a grid", "Thursday")),
    ("friday", pgettext_lazy("on a grid", "Friday")),
    ("saturday", pgettext_lazy("on a grid", "Saturday")),
    ("sunday", pgettext_lazy("on a grid", "Sunday")),
)
PARTS = (("morning", _("Morning")), ("afternoon", _("Afternoon")), ("evening", _("Evening")))


def slot_choices() -> list[tuple[str, str]]:
    """The 21 parts of a week: ("monday-morning", "Monday Morning"), and so on."""
    return [(f"{day}-{part}", f"{name} {time}") for day, name in DAYS for part, time in PARTS]


MUCH = 60  # signs under a choice that do not fit half a phone


class _Tiles(ChoiceWidget):
    """Adds a pictogram and a line to each choice, by the value of the choice."""

    template_name = "ui/forms/tiles.html"
    use_fieldset = True

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Iterable[Any] = (),
        *,
        pictograms: Mapping[str, str] | None = None,
        lines: Mapping[str, Any] | None = None,
        go_on: bool = False,
    ) -> None:
        super().__init__(attrs, choices)
        self.pictograms = dict(pictograms or {})
        self.lines = dict(lines or {})
        self.go_on = go_on

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["go_on"] = self.go_on
        context["widget"]["tells"] = any(len(str(line)) > MUCH for line in self.lines.values())
        return context

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["pictogram"] = self.pictograms.get(str(value), "")
        option["line"] = self.lines.get(str(value), "")
        return option

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The group is named by its legend, not by a label for its first tile."""
        return "" if index is None else super().id_for_label(id_, index)


class TileRadio(_Tiles, forms.RadioSelect):
    """One choice, as tiles. `go_on=True`: choosing one sends the form."""

    template_name = "ui/forms/tiles.html"


class TileCheckbox(_Tiles, forms.CheckboxSelectMultiple):
    """Several choices, as tiles."""

    template_name = "ui/forms/tiles.html"


class AvailabilityGrid(forms.CheckboxSelectMultiple):
    """Seven days by three parts of the day; use with `choices=slot_choices()`."""

    template_name = "ui/forms/availability.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        chosen = set(context["widget"]["value"] or ())
        identity = context["widget"]["attrs"].get("id", name)
        context["parts"] = PARTS
        numbers = count()
        context["rows"] = [
            (name, [_slot(f"{identity}_{next(numbers)}", day, part, chosen) for part in PARTS])
            for day, name in DAYS
        ]
        return context


def _slot(identity: str, day: str, part: tuple[str, Any], chosen: set[str]) -> dict[str, Any]:
    value = f"{day}-{part[0]}"
    return {"value": value, "id": identity, "part": part[1], "checked": value in chosen}
