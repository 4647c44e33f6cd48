"""`tuin-7f3k2`: how content stands in an address. The code finds it, the words are for people."""

from typing import NamedTuple

from plein.lib.codes import ALPHABET, LONGEST

CODE = rf"[{ALPHABET}]{{5,{LONGEST}}}"


class Address(NamedTuple):
    words: str
    code: str

    def __str__(self) -> str:
        return f"{self.words}-{self.code}"


class AddressConverter:
    """`<address:address>`: words and code."""

    regex = rf"[-\w]{{1,80}}-{CODE}"

    def to_python(self, value: str) -> Address:
        return Address(*value.rsplit("-", 1))

    def to_url(self, value: object) -> str:
        return str(value)


class CodeConverter:
    """`<code:code>`: of what has no words of its own, as a conversation or a note."""

    regex = CODE

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
