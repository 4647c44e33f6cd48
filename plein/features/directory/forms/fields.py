"""Opening times as people type them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from plein.lib import times


class TimesField(forms.CharField):
    """The times of one day: "9-12 en 13-17", or "gesloten"."""

    def __init__(self, **options: Any) -> None:
        attrs = {"autocomplete": "off", "size": 22}
        super().__init__(required=False, max_length=80, widget=forms.TextInput(attrs), **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return times.read_times(text)
        except times.NotHours:
            raise ValidationError(
                gettext_lazy("We cannot read these times. For example: 9.00-12.00, 13.00-17.00.")
            ) from None
