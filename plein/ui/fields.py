"""Fields that several apps share: words that people type."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


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
        words = unicodedata.normalize("NFC", without_invisible(str(value or "")))
        if self.lines == 1:
            words = " ".join(words.split())
        return super().to_python(re.sub(r"\r\n?", "\n", words)) or ""


def without_invisible(words: str) -> str:
    """Without control signs, and without signs that turn the rest of a page around."""
    return "".join(
        sign
        for sign in words
        if sign in "\n\r\t\u200c\u200d"
        or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co")
    )
