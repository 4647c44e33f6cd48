"""Fields that several forms share: parts of the week."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.lib import week
from plein.ui.widgets import DAYS, PARTS, AvailabilityGrid, TileRadio, slot_choices

ANY, GRID = "any", "grid"
PARTS_OF_WEEK = {"daytime": week.DAYTIME, "evening": week.EVENINGS, "weekend": week.WEEKEND, ANY: 0}
DAY_KEYS = [key for key, _name in DAYS]
PART_KEYS = [key for key, _name in PARTS]


class SureField(forms.BooleanField):
    """A first name stands in an ask for a client, and who writes knows whose it is."""

    def __init__(self, **kwargs: Any) -> None:
        label = _("This is not the person I ask for, and nobody of their family")
        super().__init__(label=label, **kwargs)


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


def whose_name(names: list[str]) -> str:
    """Asked before a first name in an ask for a client goes on the board."""
    return gettext(
        "Whose name is this: %(names)s? Take it out, or say that it is of somebody else."
    ) % {"names": ", ".join(names)}
