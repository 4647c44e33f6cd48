"""`tuin-7f3k2`: how a post is named in an address. The code finds it, the word is for people."""

from typing import NamedTuple

from plein.lib.codes import ALPHABET


class Address(NamedTuple):
    word: str
    code: str

    def __str__(self) -> str:
        return f"{self.word}-{self.code}"


class AddressConverter:
    regex = rf"\w{{1,40}}-[{ALPHABET}]{{5,8}}"

    def to_python(self, value: str) -> Address:
        return Address(*value.rsplit("-", 1))

    def to_url(self, value: object) -> str:
        return str(value)


class CodeConverter:
    """A bare code, of a conversation."""

    regex = rf"[{ALPHABET}]{{5,8}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
