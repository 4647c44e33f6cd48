"""House colours of a place: whether words can be read on them, and the stylesheet made of them."""

import re
from collections.abc import Sequence

USUAL = ("#ffd24a", "#b5372b", "#14735a", "#0b3b8c", "#f6e3d3", "#7a3e8f")
INK, WHITE = "#14233d", "#ffffff"
LEAST_CONTRAST = 4.5
HOUSES = 6
SHAPE = re.compile(r"#[0-9a-f]{6}")


class NotAColour(ValueError):
    """A colour is # and six signs."""


class TooMiddling(ValueError):
    """Neither dark nor white letters can be read on this colour."""


def clean_colour(text: str) -> str:
    """#rrggbb in small letters, when letters can be read on it."""
    colour = text.strip().lower()
    colour = colour if colour.startswith("#") else f"#{colour}"
    if not SHAPE.fullmatch(colour):
        raise NotAColour
    letters_on(colour)
    return colour


def letters_on(colour: str) -> str:
    """Dark or white letters: what reads best, if it reads well enough (WCAG 1.4.3)."""
    best = max((INK, WHITE), key=lambda letters: contrast(letters, colour))
    if contrast(best, colour) < LEAST_CONTRAST:
        raise TooMiddling
    return best


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def stylesheet(colours: Sequence[str]) -> str:
    """The six house colours as custom properties."""
    lines = [
        f"--plein-house-{number}-bg:{colour};--plein-house-{number}-color:{letters_on(colour)}"
        for number, colour in enumerate(colours[:HOUSES], start=1)
    ]
    return ":root{" + ";".join(lines) + "}\n" if lines else ""


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
