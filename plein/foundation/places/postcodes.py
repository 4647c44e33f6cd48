"""From a postcode to a cell. The postcode itself is used once and kept nowhere."""

import re

from plein.foundation.places.cells import Cell, cell_of
from plein.foundation.places.models import Postcode

SHAPE = re.compile(r"[1-9]\d{3}[A-Z]{2}")


class NotAPostcode(ValueError):
    """A Dutch postcode is four digits and two letters."""


def clean_postcode(text: str) -> str:
    """1234AB, however it was typed; nothing for nothing."""
    code = re.sub(r"[\s.-]", "", text).upper()
    code = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in code)
    if code and not SHAPE.fullmatch(code):
        raise NotAPostcode
    return code


def cell_of_postcode(code: str) -> Cell | None:
    """The cell, when we know this postcode."""
    found = Postcode.objects.filter(code=code).first() if code else None
    return cell_of(found.lat, found.lon) if found else None
