"""From a postcode to a place. The postcode of a person is used once and kept nowhere."""

import re
from collections.abc import Iterable

from plein.foundation.places.cells import Cell, cell_of
from plein.foundation.places.models import Postcode

SHAPE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
DIGITS = re.compile(r"[1-9]\d{3}")
BATCH = 500


class NotAPostcode(ValueError):
    """A Dutch postcode is four digits and two letters."""


def clean_postcode(text: str, *, digits_will_do: bool = False) -> str:
    """1234AB, however it was typed; nothing for nothing."""
    code = re.sub(r"[\s.-]", "", text).upper()
    code = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in code)
    if code and not SHAPE.fullmatch(code) and not (digits_will_do and DIGITS.fullmatch(code)):
        raise NotAPostcode
    return code


def known(codes: Iterable[str]) -> dict[str, Postcode]:
    """What we know of each: its own row, else that of its four digits."""
    wanted = sorted({code for code in codes if code})
    asked = sorted({part for code in wanted for part in (code, code[:4])})
    rows: dict[str, Postcode] = {}
    for start in range(0, len(asked), BATCH):
        part = Postcode.objects.filter(code__in=asked[start : start + BATCH])
        rows |= {row.code: row for row in part}
    found = {code: rows.get(code) or rows.get(code[:4]) for code in wanted}
    return {code: row for code, row in found.items() if row}


def points(codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """For pins on the map: of whole postcodes only, four digits are too wide for that."""
    rows = known(codes)
    return {code: row.point for code, row in rows.items() if row.code == code and row.point}


def point_of_postcode(code: str) -> tuple[float, float] | None:
    return points([code]).get(code)


def cell_of_postcode(code: str) -> Cell | None:
    """The cell, when we know this postcode, or at least its four digits."""
    row = known([code]).get(code)
    return cell_of(*row.point) if row and row.point else None
