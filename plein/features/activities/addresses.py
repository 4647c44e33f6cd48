"""`koffie-in-de-wiek-7f3k2` and `2026-11-24`: how activities and dates stand in an address."""

from datetime import date
from typing import NamedTuple

from plein.features.activities.models.occurrence import WHOLE
from plein.lib.codes import ALPHABET


class Address(NamedTuple):
    words: str
    code: str

    def __str__(self) -> str:
        return f"{self.words}-{self.code}"


class AddressConverter:
    regex = rf"[-\w]{{1,80}}-[{ALPHABET}]{{5,8}}"

    def to_python(self, value: str) -> Address:
        return Address(*value.rsplit("-", 1))

    def to_url(self, value: object) -> str:
        return str(value)


class WhenConverter:
    """A day in the plan, or None for the whole of it."""

    regex = rf"\d{{4}}-\d{{2}}-\d{{2}}|{WHOLE}"

    def to_python(self, value: str) -> date | None:
        return None if value == WHOLE else date.fromisoformat(value)

    def to_url(self, value: date | str | None) -> str:
        if value is None:
            return WHOLE
        return value if isinstance(value, str) else value.isoformat()
