"""Short codes that people read, type and say on the phone."""

import secrets
from collections.abc import Callable
from uuid import UUID

from django.utils.crypto import salted_hmac

# No vowels, so no words; nothing that looks like something else (0/o, 1/l/i, 2/z, 5/s, 8/b).
ALPHABET = "34679cdfghjkmnpqrtvwx"
LONGEST = 8


def short_code(length: int = 5) -> str:
    """Letters and digits for an address on the site: 21 ** 5 is four million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def unused(code: str, taken: Callable[[str], bool]) -> str:
    """This code, or when somebody has it already another with one more sign.

    Of 100,000 codes of five signs one in forty would be taken.
    """
    while taken(code):
        code = short_code(min(len(code) + 1, LONGEST))
    return code


def number_code(length: int = 6) -> str:
    """Digits only, as somebody reads them aloud on the phone."""
    return "".join(secrets.choice("0123456789") for _ in range(length))


def read_code(typed: str, length: int = 6) -> str:
    """What somebody typed, without spaces, dashes and capitals; empty when it is no code."""
    code = "".join(sign for sign in typed.lower() if sign.isalnum())
    return code if len(code) == length and set(code) <= set(ALPHABET) else ""


def in_threes(code: str) -> str:
    """As one says it: K3F 7RT."""
    return f"{code[:3]} {code[3:]}".upper()


def digest(purpose: str, town: UUID, code: str) -> str:
    """What is kept of a code, so that who reads the database has no codes: 64 signs."""
    return salted_hmac(purpose, f"{town} {code}", algorithm="sha256").hexdigest()


def code_of(purpose: str, key: UUID, length: int = 6) -> str:
    """The code that belongs to this key: kept nowhere, made again with the secret of the site."""
    number = int(salted_hmac(purpose, key.hex, algorithm="sha256").hexdigest(), 16)
    signs = []
    for _sign in range(length):
        number, at = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[at])
    return "".join(signs)
