"""Days and times as people type them."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


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
