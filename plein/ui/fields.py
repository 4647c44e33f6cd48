"""Fields that several apps share: words that people type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.lib.plain import plain


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
