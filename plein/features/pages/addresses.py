"""`de-molen-draait-7f3k2`: how a page is named. The code finds it, the words are for people."""

from typing import NamedTuple

from plein.lib.codes import ALPHABET


class Address(NamedTuple):
    words: str
    code: str

    def __str__(self) -> str:
        return f"{self.words}-{self.code}"


class AddressConverter:
    regex = rf"[a-z0-9-]{{1,60}}-[{ALPHABET}]{{5,8}}"

    def to_python(self, value: str) -> Address:
        return Address(*value.rsplit("-", 1))

    def to_url(self, value: object) -> str:
        return str(value)


class CodeConverter:
    """A bare code, of a note or question."""

    regex = rf"[{ALPHABET}]{{5,8}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
