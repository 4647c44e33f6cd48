"""Fields that several apps share: words and days that people type."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.lib.plain import plain

DAY_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y", "%d.%m.%Y"]


class WordsField(forms.CharField):
    """Typed words, as typed: only signs that no eye can see are left out."""

    default_error_messages = {
        "max_length": _(
            "This is too long. Use at most %(limit_value)d signs; you have %(show_value)d."
        ),
    }

    def __init__(self, *, lines: int = 1, **options: Any) -> None:
        self.lines = lines
        if lines > 1:
            options.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return super().to_python(plain(str(value or ""), lines=self.lines > 1)) or ""


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("input_formats", DAY_FORMATS)
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**options)
        self.error_messages["invalid"] = _("Fill in a day. For example: 24-11-2026.")

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day and not 2000 <= day.year <= 2100:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day
