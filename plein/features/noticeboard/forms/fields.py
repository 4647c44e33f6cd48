"""Fields that several forms share: words that people type, and parts of the week."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.lib import week
from plein.ui.widgets import DAYS, PARTS, AvailabilityGrid, TileRadio, slot_choices

ANY, GRID = "any", "grid"
PARTS_OF_WEEK = {"daytime": week.DAYTIME, "evening": week.EVENINGS, "weekend": week.WEEKEND, ANY: 0}
DAY_KEYS = [key for key, _name in DAYS]
PART_KEYS = [key for key, _name in PARTS]


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
        if sign in "\n\t\u200c\u200d"
        or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co")
    )


def part_of_week() -> forms.ChoiceField:
    """Tiles that go on by themselves; the grid behind the fold has a button of its own."""
    return forms.ChoiceField(
        label=_("When?"),
        choices=[
            ("daytime", _("In the daytime")),
            ("evening", _("In the evening")),
            ("weekend", _("At the weekend")),
            (ANY, _("It does not matter")),
        ],
        widget=TileRadio(
            go_on=True,
            pictograms={
                "daytime": "sun",
                "evening": "moon-stars",
                "weekend": "calendar-dots",
                ANY: "handshake",
            },
            lines={ANY: _("You arrange it together.")},
        ),
        required=False,
        error_messages={"invalid_choice": _("Choose one of the tiles.")},
    )


def week_grid() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("The parts of the week that suit you"),
        choices=slot_choices(),
        widget=AvailabilityGrid(),
        required=False,
        error_messages={"invalid_choice": _("Choose boxes in the table.")},
    )


def bits_of(slots: list[str]) -> int:
    """From the values of the grid ("monday-morning") to bits."""
    pairs = (slot.split("-") for slot in slots)
    return week.pack((DAY_KEYS.index(day), PART_KEYS.index(part)) for day, part in pairs)


def slots_of(bits: int) -> list[str]:
    return [f"{DAY_KEYS[day]}-{PART_KEYS[part]}" for day, part in week.unpack(bits)]


def part_named(bits: int) -> str:
    """The tile that means the same, or the grid."""
    return next((key for key, mask in PARTS_OF_WEEK.items() if mask == bits), GRID)
