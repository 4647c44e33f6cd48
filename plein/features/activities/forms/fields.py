"""Days and times as people type them, and plain words."""

import re
import unicodedata
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y", "%d.%m.%Y"]
INVISIBLE = ("Cc", "Cf", "Cs", "Cn", "Co")


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
        words = "".join(
            sign
            for sign in unicodedata.normalize("NFC", str(value or ""))
            if sign in "\n\r\t\u200c\u200d" or unicodedata.category(sign) not in INVISIBLE
        )
        if self.lines == 1:
            words = " ".join(words.split())
        return super().to_python(re.sub(r"\r\n?", "\n", words)) or ""


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


class HourField(forms.TimeField):
    """ "14:30", "14.30", "14u30", "14 uur" or "9"."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        super().__init__(**options)
        self.error_messages["invalid"] = _("Fill in a time. For example: 14:30.")

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, time) or not value:
            return super().to_python(value)
        found = re.fullmatch(
            r"(\d{1,2})(?:\s*(?:[:.uh]|uur)\s*(\d{2})?)?(?::\d{2})?", str(value).strip().lower()
        )
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return time(int(found[1]), int(found[2] or 0))
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
