"""Changing a post: all answers on one page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.forms.asking import (
    CheckForm,
    Choices,
    ThemeForm,
    WhatForm,
    WhereForm,
)
from plein.features.noticeboard.forms.fields import (
    SureField,
    bits_of,
    slots_of,
    week_grid,
    whose_name,
)


class EditForm(ThemeForm, WhatForm, WhereForm, CheckForm):
    """The same questions as in the wizard, on one page."""

    again = forms.BooleanField(label=_("It is more than once"), required=False)
    slots = week_grid()
    field_order = (
        "title",
        "text",
        "sure",
        "theme",
        "slots",
        "again",
        "task_class",
        "audience",
        "reach",
        "groups",
    )

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        return CheckForm.before(self, answers) | {"slots": slots_of(answers.get("when_bits", 0))}

    def arrange(self) -> None:
        for name in ("theme", "task_class"):
            self.fields[name].widget.go_on = False
        ThemeForm.arrange(self)
        self.fields["slots"].help_text = _("Leave all boxes empty when it does not matter.")
        CheckForm.arrange(self)
        self.fields.pop("stands_for", None)
        if "sure" in self.data:
            self._ask_sure()

    def ask_whether_sure(self, names: list[str]) -> None:
        """Whose name this is, only who writes knows."""
        self._ask_sure()
        self.add_error("sure", whose_name(names))

    def _ask_sure(self) -> None:
        self.fields["sure"] = SureField(required=False)
        self.order_fields(self.field_order)

    def answers(self) -> dict[str, Any]:
        kept = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("slots", "sure")
        }
        return kept | {"when_bits": bits_of(self.cleaned_data["slots"])}


__all__ = ["Choices", "EditForm"]
